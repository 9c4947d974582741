import { readFileSync } from 'node:fs';
import { asMigrationList, readMigrations } from './folder.ts';
import { NO_FILTERS, withSchemaEngine } from './schema-engine.ts';

const DIFFERENT = 2;

type Request = {
  readonly migrationsDir: string;
  readonly schemaFile: string;
  /** Two databases that may be emptied. */
  readonly url: string;
  readonly shadowUrl: string;
};

/** The SQL that leads from the migrations to the schema; undefined where they agree. */
export async function diffSchema(request: Request): Promise<string | undefined> {
  const { migrationsDir, schemaFile, url, shadowUrl } = request;
  const migrations = asMigrationList(migrationsDir, readMigrations(migrationsDir));
  const content = readFileSync(schemaFile, 'utf8');
  const { exitCode, stdout } = await withSchemaEngine({ url, shadowUrl }, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    }),
  );
  return exitCode === DIFFERENT && stdout !== null ? stdout : undefined;
}
