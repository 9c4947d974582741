import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';

/** One folder of Prisma's `migrations/`; the checksum is the one that Prisma records. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const LOCK_FILE = 'migration_lock.toml';

function readMigration(folder: string, name: string): Migration {
  const file = join(folder, name, 'migration.sql');
  if (!existsSync(file)) {
    throw new StartupError(
      `The migration "${name}" has no migration.sql; write it or remove the folder.`,
    );
  }
  const sql = readFileSync(file, 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** In the order in which they apply. No folder means no migrations. */
export function readMigrations(folder: string): readonly Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(folder, name));
}

/** The same in the words of Prisma's engine. */
export function asMigrationList(folder: string, migrations: readonly Migration[]) {
  const lockFile = join(folder, LOCK_FILE);
  return {
    baseDir: folder,
    lockfile: {
      path: LOCK_FILE,
      content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
