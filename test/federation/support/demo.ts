import type { DatabaseUrls } from '../../../scripts/graph/databases.ts';
import { MIN_STUDENTS } from '../../../scripts/seed/scale.ts';
import { seededDemo } from '../../support/demo-databases.ts';

/** The day it is in these tests, on which the demo is seeded. */
export const AS_OF = '2026-10-05';
export const NOW = new Date(`${AS_OF}T16:00:00Z`);

export type Demo = { readonly urls: DatabaseUrls; stop(): Promise<void> };

async function start(students: number): Promise<Demo> {
  const { urls, drop } = await seededDemo({ students, seed: 1, asOf: AS_OF });
  return { urls, stop: drop };
}

/** The smallest demo there can be, in four databases of a file's own. */
export const startDemo = (): Promise<Demo> => start(MIN_STUDENTS);

/** With enough people in it that reports have something to show. */
const MANY = 5_000;
export const startLargeDemo = (): Promise<Demo> => start(MANY);
