import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';
import { migrate } from '../../platform/migrate.ts';
import { startPostgres } from '../../platform/postgres/start-postgres.ts';
import { StartupError } from '../../platform/startup-error.ts';
import { PARTS, type Part } from './parts.ts';

export type DatabaseUrls = Readonly<Record<Part['database'], string>>;
/** The four databases, migrated, and how to let go of them. */
export type Databases = { readonly urls: DatabaseUrls; close(): Promise<void> };

const variableOf = ({ database }: Part) => `${database.toUpperCase()}_DATABASE_URL`;

/** The URLs of the environment: all four, or none where none is set. */
function urlsOfEnvironment(): DatabaseUrls | null {
  const shape = Object.fromEntries(PARTS.map((part) => [variableOf(part), z.string().optional()]));
  const env = readEnv(shape);
  const missing = PARTS.map(variableOf).filter((name) => !env[name]);
  if (missing.length === PARTS.length) return null;
  if (missing.length > 0)
    throw new StartupError(`Set all four database URLs or none: missing ${missing.join(', ')}.`);
  return urlsBy((part) => String(env[variableOf(part)]));
}

function urlsBy(urlOf: (part: Part) => string): DatabaseUrls {
  const [schools = '', employers = '', students = '', placements = ''] = PARTS.map(urlOf);
  return { schools, employers, students, placements };
}

async function migrateAll(urls: DatabaseUrls): Promise<void> {
  for (const { database, migrationsDir } of PARTS)
    await migrate({ url: urls[database], migrationsDir });
}

/**
 * The databases that the environment names, or else four in the embedded PostgreSQL under `dataDir`.
 * Either way they are migrated when this returns.
 */
export async function openDatabases(
  dataDir: string,
  log: (message: string) => void,
): Promise<Databases> {
  const given = urlsOfEnvironment();
  if (given) {
    await migrateAll(given);
    return { urls: given, close: async () => {} };
  }
  const postgres = await startPostgres({ dataDir: dataDir, log });
  try {
    for (const { database } of PARTS) await postgres.createDatabase(database);
    const urls = urlsBy(({ database }) => postgres.url(database));
    await migrateAll(urls);
    return { urls, close: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
