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

/** The engine's own words, less its backtrace. */
function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const end = lines.findIndex((line) => /^\s*\d+: /.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join(' ').trim();
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
    throw new StartupError(`Migrating the database ${database} fails: ${firstLines(error)}.`, {
      cause: error,
    });
  }
}
