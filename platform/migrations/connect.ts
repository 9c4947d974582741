import { Client } from 'pg';
import { StartupError } from '../startup-error.ts';

const TIMEOUT_MS = 10_000;
const OLDEST_SERVER = 180_000;

/** Names a database without its password: `"placements" at db.example:5432`. */
export function describeDatabase(url: string): string {
  if (!URL.canParse(url)) return 'with the malformed URL';
  const { host, pathname, searchParams } = new URL(url);
  return `"${decodeURIComponent(pathname.slice(1))}" at ${searchParams.get('host') ?? host}`;
}

/** Node reports a host with several addresses as one error without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
}

async function open(url: string): Promise<Client> {
  if (!URL.canParse(url)) {
    throw new StartupError(
      'A database URL is malformed; write it as postgresql://USER:PASSWORD@HOST/DATABASE.',
    );
  }
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
    await client.connect();
    return client;
  } catch (error) {
    throw new StartupError(
      `The database ${describeDatabase(url)} cannot be reached (${reason(error)}); start it, or correct its URL.`,
    );
  }
}

type ServerVersion = { readonly number: number; readonly version: string };

async function readVersion(client: Client): Promise<ServerVersion> {
  const { rows } = await client.query<ServerVersion>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  return rows[0] ?? { number: 0, version: 'of an unknown version' };
}

export function requireNewEnough({ number, version }: ServerVersion, url: string): void {
  if (number >= OLDEST_SERVER) return;
  throw new StartupError(
    `The database ${describeDatabase(url)} runs PostgreSQL ${version}; PostgreSQL 18 or newer is needed.`,
  );
}

/** Runs against a database that is there and new enough. */
export async function withConnection<T>(
  url: string,
  run: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await open(url);
  try {
    requireNewEnough(await readVersion(client), url);
    return await run(client);
  } finally {
    await client.end();
  }
}
