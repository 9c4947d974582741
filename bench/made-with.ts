import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../platform/postgres/start-postgres.ts';
import { PARTS } from '../scripts/graph/parts.ts';

const NOTE = 'made-with';
const SEED_DIR = join('scripts', 'seed');

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Another where a migration or the seed is another. */
export function madeWith(): string {
  const hash = createHash('sha256');
  const folders = [...PARTS.map(({ migrationsDir }) => migrationsDir), SEED_DIR];
  for (const file of folders.flatMap(filesUnder)) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Remembers with what the demo in this folder was made. */
export const noteMadeWith = (folder: string, made: string): void =>
  writeFileSync(join(folder, NOTE), `${made}\n`);

/** Drops the databases of a folder where they were made with something else, or nobody knows with what. */
export async function dropOutdated(folder: string, made: string): Promise<void> {
  const note = join(folder, NOTE);
  if (existsSync(note) && readFileSync(note, 'utf8').trim() === made) return;
  const postgres = await startPostgres({ dataDir: folder, log: () => {} });
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  try {
    await client.connect();
    for (const { database } of PARTS)
      await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
  } finally {
    await client.end();
    await postgres.stop();
  }
}
