import { migrate } from '../../../platform/migrate.ts';
import { startTemporaryPostgres } from '../../../platform/postgres/temporary.ts';
import type { DatabaseUrls } from '../../../scripts/graph/databases.ts';
import { PARTS } from '../../../scripts/graph/parts.ts';
import { SILENT } from '../../../scripts/seed/progress.ts';
import { MIN_STUDENTS } from '../../../scripts/seed/scale.ts';
import { seedDemo } from '../../../scripts/seed/seed-demo.ts';

/** The day it is in these tests, on which the demo is seeded. */
export const AS_OF = '2026-10-05';
export const NOW = new Date(`${AS_OF}T16:00:00Z`);

export type Demo = { readonly urls: DatabaseUrls; stop(): Promise<void> };

/** The smallest demo there can be, in four databases of a server of its own. */
export async function startDemo(): Promise<Demo> {
  const postgres = await startTemporaryPostgres();
  for (const { database, migrationsDir } of PARTS) {
    await postgres.createDatabase(database);
    await migrate({ url: postgres.url(database), migrationsDir });
  }
  const urls = {
    schools: postgres.url('schools'),
    employers: postgres.url('employers'),
    students: postgres.url('students'),
    placements: postgres.url('placements'),
  };
  await seedDemo({ urls, students: MIN_STUDENTS, seed: 1, asOf: AS_OF, progress: SILENT });
  return { urls, stop: () => postgres.stop() };
}
