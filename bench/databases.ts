import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dayInMassachusetts } from '../platform/massachusetts-time.ts';
import { type Databases, openDatabases } from '../scripts/graph/databases.ts';
import { showProgress } from '../scripts/seed/progress.ts';
import { seedDemo } from '../scripts/seed/seed-demo.ts';
import { isSeeded } from '../scripts/seed/seeded-state.ts';
import { dropOutdated, madeWith, noteMadeWith } from './made-with.ts';

const SEED = 1;

/**
 * The demo at one size, kept between runs under `.cache/bench`, and made anew when a migration or the
 * seed is another than it was made with.
 */
export async function openBenchDatabases(students: number): Promise<Databases> {
  const folder = join('.cache', 'bench', String(students));
  mkdirSync(folder, { recursive: true });
  for (const part of ['.cache', join('.cache', 'bench'), folder]) chmodSync(part, 0o755);
  const made = madeWith();
  await dropOutdated(folder, made);
  const databases = await openDatabases(folder, () => {});
  const { urls } = databases;
  if (!(await isSeeded(urls))) {
    const asOf = dayInMassachusetts(new Date());
    await seedDemo({ urls, students, seed: SEED, asOf, progress: showProgress(process.stdout) });
    noteMadeWith(folder, made);
  }
  return databases;
}

/** Students with an open plan and a placement or more, spread over all of them; always the same ones. */
export async function pickStudents({ urls }: Databases, count: number): Promise<string[]> {
  const rowsOf = async (url: string, sql: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
    } finally {
      await client.end();
    }
  };
  const placed = await rowsOf(
    urls.placements,
    'select student_id as id from (select distinct student_id from placement) p order by md5(student_id::text) limit $1',
    [count * 4],
  );
  const open = await rowsOf(
    urls.students,
    'select open_for as id from my_cap_plan where open_for = any($1::uuid[]) order by md5(open_for::text) limit $2',
    [placed, count],
  );
  if (open.length === 0) throw new Error('The demo has no student to ask for.');
  return open;
}
