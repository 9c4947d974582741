import { createHash } from 'node:crypto';
import pg from 'pg';
import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';

/** What says when a row was written rather than what it says. */
const WHEN = ['xid', 'position', 'cursor', 'applied_at'];
const FEED_TABLES = ['change', 'feed_cursor'];

/** One text for all rows of the four databases, whatever order they stand in. */
export async function digestOf(urls: DatabaseUrls): Promise<string> {
  const digests = await Promise.all(Object.values(urls).map(digestOfOne));
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}

async function digestOfOne(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const digests: string[] = [];
    for (const name of await tablesOf(client))
      digests.push(`${name} ${await digestOfTable(client, name)}`);
    return digests.join('\n');
  } finally {
    await client.end();
  }
}

async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables
      where schemaname = current_schema() and tablename <> '_prisma_migrations' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function digestOfTable(client: pg.Client, name: string): Promise<string | undefined> {
  const { rows } = await client.query<{ digest: string }>(
    `select md5(coalesce(string_agg(line, '' order by line), '')) as digest
       from (select ${lineOf(name)} as line from "${name}" t)`,
  );
  return rows[0]?.digest;
}

/** The same facts may be told in another order. */
const lineOf = (table: string) =>
  FEED_TABLES.includes(table) ? `(to_jsonb(t) - '{${WHEN.join()}}'::text[])::text` : 't::text';
