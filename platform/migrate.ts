import { describeDatabase, withConnection } from './migrations/connect.ts';
import { asMigrationList, readMigrations } from './migrations/folder.ts';
import { findPending } from './migrations/history.ts';
import { NO_FILTERS, withSchemaEngine } from './migrations/schema-engine.ts';
import { StartupError } from './startup-error.ts';

type Options = {
  /** PostgreSQL 18 or newer, with the right to create tables. */
  readonly url: string;
  /** Prisma's `migrations/` folder. */
  readonly migrationsDir: string;
};

/** The engine wraps what PostgreSQL said in headings above and a backtrace below, which names the migration. */
function describeFailure(error: unknown, database: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const said = /ERROR: .+/.exec(message)?.[0] ?? message.trim();
  const name = /migration_name="([^"]+)"/.exec(message)?.[1];
  const subject = name === undefined ? 'A migration' : `The migration "${name}"`;
  return `${subject} fails in the database ${database}: ${said}.`;
}

/**
 * Brings a database up to date and says which migrations that took. The history is Prisma's, so that
 * `prisma migrate` continues it; two callers at once take turns.
 */
export async function migrate({ url, migrationsDir }: Options): Promise<readonly string[]> {
  const migrations = readMigrations(migrationsDir);
  const database = describeDatabase(url);
  const findUnapplied = () =>
    withConnection(url, (client) => findPending(client, migrations, database));
  if ((await findUnapplied()).length === 0) return [];
  try {
    const migrationsList = asMigrationList(migrationsDir, migrations);
    const { appliedMigrationNames } = await withSchemaEngine({ url }, (engine) =>
      engine.applyMigrations({ migrationsList, filters: NO_FILTERS }),
    );
    return appliedMigrationNames;
  } catch (error) {
    throw new StartupError(describeFailure(error, database), { cause: error });
  }
}
