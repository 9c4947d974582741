import pg from 'pg';

/** The four databases by the name of what they hold. */
export type DatabaseUrls = {
  readonly schools: string;
  readonly employers: string;
  readonly students: string;
  readonly placements: string;
};
export type DatabaseName = keyof DatabaseUrls;

/** The table whose comment says that the demo stands in its database. */
export const MARKED_TABLES: Readonly<Record<DatabaseName, string>> = {
  schools: 'school',
  employers: 'employer',
  students: 'student',
  placements: 'placement',
};

const MARK = 'Demo data:';

/** `SEEDED` has the mark, which is written in the transaction of the rows; `FOREIGN` has rows without it. */
export type SeededState = 'NOT_MIGRATED' | 'EMPTY' | 'SEEDED' | 'FOREIGN';

export async function seededState(client: pg.Client, name: DatabaseName): Promise<SeededState> {
  const table = MARKED_TABLES[name];
  const { rows } = await client.query<{ there: boolean; mark: string | null }>(
    `select to_regclass($1) is not null as there, obj_description(to_regclass($1), 'pg_class') as mark`,
    [table],
  );
  const [found] = rows;
  if (!found?.there) return 'NOT_MIGRATED';
  if (found.mark?.startsWith(MARK)) return 'SEEDED';
  const { rowCount } = await client.query(`select from "${table}" limit 1`);
  return rowCount ? 'FOREIGN' : 'EMPTY';
}

export async function markSeeded(
  client: pg.Client,
  name: DatabaseName,
  demo: { students: number; seed: number; asOf: string },
): Promise<void> {
  const text = `${MARK} ${demo.students} students, seed ${demo.seed}, as of ${demo.asOf}.`;
  await client.query(`comment on table "${MARKED_TABLES[name]}" is ${pg.escapeLiteral(text)}`);
}

/** True when all four databases hold the whole demo. */
export async function isSeeded(urls: DatabaseUrls): Promise<boolean> {
  const names = Object.keys(MARKED_TABLES) as DatabaseName[];
  const states = await Promise.all(
    names.map(async (name) => {
      const client = new pg.Client({ connectionString: urls[name] });
      await client.connect();
      try {
        return await seededState(client, name);
      } finally {
        await client.end();
      }
    }),
  );
  return states.every((state) => state === 'SEEDED');
}
