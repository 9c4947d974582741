import { type Client, DatabaseError } from 'pg';
import { StartupError } from '../startup-error.ts';
import type { Migration } from './folder.ts';

/** A row of Prisma's own table. Rolled-back rows stay there as a record and count for nothing. */
type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
};

const UNDEFINED_TABLE = '42P01';

async function readHistory(client: Client): Promise<readonly Applied[]> {
  try {
    const { rows } = await client.query<Applied>(
      `select migration_name, checksum, finished_at is not null as finished
         from _prisma_migrations where rolled_back_at is null order by started_at`,
    );
    return rows;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNDEFINED_TABLE) return [];
    throw error;
  }
}

function requireKnown(row: Applied, known: ReadonlyMap<string, Migration>, database: string): void {
  const { migration_name: name, checksum, finished } = row;
  const migration = known.get(name);
  if (!migration) {
    throw new StartupError(
      `The database ${database} has the migration "${name}", which this release does not know; run the release that brought it, or a newer one.`,
    );
  }
  if (!finished) {
    throw new StartupError(
      `The migration "${name}" failed in the database ${database}; mend its cause, mark it with "prisma migrate resolve --rolled-back ${name}", and start again.`,
    );
  }
  if (migration.checksum !== checksum) {
    throw new StartupError(
      `The migration "${name}" was edited after the database ${database} applied it; put it back as it was, and write a new one.`,
    );
  }
}

/** Prisma's: whoever migrates holds it until they are done. */
const MIGRATION_LOCK = 72_707_369;

/**
 * The migrations still to apply, once nobody else is applying any. Refuses a history that this release
 * cannot continue.
 */
export async function findPending(
  client: Client,
  migrations: readonly Migration[],
  database: string,
): Promise<readonly Migration[]> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const history = await readHistory(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of history) requireKnown(row, known, database);
  const applied = new Set(history.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}
