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

async function requireVersion(client: Client, url: string): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  const found = rows[0];
  if (found && found.number >= OLDEST_SERVER) return;
  throw new StartupError(
    `The database ${describeDatabase(url)} runs PostgreSQL ${found?.version}; PostgreSQL 18 or newer is needed.`,
  );
}

/** Runs against a database that is there and new enough. */
export async function withConnection<T>(
  url: string,
  run: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await open(url);
  try {
    await requireVersion(client, url);
    return await run(client);
  } finally {
    await client.end();
  }
}
