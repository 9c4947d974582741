import type { DatabaseUrls } from '../../../scripts/graph/databases.ts';
import { MIN_STUDENTS } from '../../../scripts/seed/scale.ts';
import { seededDemo } from '../../support/demo-databases.ts';

/** The day it is in these tests, on which the demo is seeded. */
export const AS_OF = '2026-10-05';
export const NOW = new Date(`${AS_OF}T16:00:00Z`);

export type Demo = { readonly urls: DatabaseUrls; stop(): Promise<void> };

/** The smallest demo there can be, in four databases of a file's own. */
export async function startDemo(): Promise<Demo> {
  const { urls, drop } = await seededDemo({ students: MIN_STUDENTS, seed: 1, asOf: AS_OF });
  return { urls, stop: drop };
}
