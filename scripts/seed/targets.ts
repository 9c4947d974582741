import pg from 'pg';
import { Load } from './load.ts';
import {
  type DatabaseName,
  type DatabaseUrls,
  type SeededState,
  seededState,
} from './seeded-state.ts';
import type { Table, Write } from './table.ts';
import { EMPLOYERS_TABLES } from './tables/employers.ts';
import { PLACEMENTS_TABLES } from './tables/placements.ts';
import { SCHOOLS_TABLES } from './tables/schools.ts';
import { STUDENTS_TABLES } from './tables/students.ts';

const TABLES: Readonly<Record<DatabaseName, readonly Table[]>> = {
  schools: SCHOOLS_TABLES,
  employers: EMPLOYERS_TABLES,
  students: STUDENTS_TABLES,
  placements: PLACEMENTS_TABLES,
};
export const DATABASE_NAMES = Object.keys(TABLES) as DatabaseName[];

/** One seed at a time. */
const SEED_LOCK = 4_170_019;

/** One of the four databases, in the transaction that will hold all of its demo. */
export type Target = {
  readonly name: DatabaseName;
  readonly client: pg.Client;
  readonly load: Load;
  readonly state: SeededState;
};

/** Connects and begins; what was already told when something fails is rolled back by closing. */
export async function openTargets(urls: DatabaseUrls): Promise<Target[]> {
  const targets: Target[] = [];
  try {
    for (const name of DATABASE_NAMES) {
      const client = new pg.Client({ connectionString: urls[name] });
      await client.connect();
      targets.push({ name, client, load: new Load(client, TABLES[name]), state: 'EMPTY' });
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    }
    return await Promise.all(
      targets.map(async (target) => ({
        ...target,
        state: await seededState(target.client, target.name),
      })),
    );
  } catch (error) {
    await closeTargets(targets);
    throw error;
  }
}

export async function closeTargets(targets: readonly Target[]): Promise<void> {
  await Promise.all(targets.map(({ client }) => client.end()));
}

/** Routes each row to the database that owns its table. */
export function writeTo(targets: readonly Target[]): Write {
  const owners = new Map<Table, Load>();
  for (const { name, load } of targets) {
    for (const table of TABLES[name]) owners.set(table, load);
  }
  return (table, row) => {
    const owner = owners.get(table as Table);
    if (!owner) throw new Error(`No database has the table "${table.name}".`);
    owner.add(table, row);
  };
}
