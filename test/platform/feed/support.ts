import type pg from 'pg';
import type { Database } from '../../../platform/database.ts';
import type { Follower } from '../../../platform/feed/fact.ts';
import { BEGINNING, type Feed } from '../../../platform/feed/feed.ts';

/** What a follower keeps in these tests: each fact as it was told last. */
export const CREATE_COPY =
  'create table copy (topic text, key text, body jsonb not null, primary key (topic, key))';

const UPSERT = `
  insert into copy (topic, key, body)
  select topic, key, body from jsonb_to_recordset($1::jsonb) as fact(topic text, key text, body jsonb)
  on conflict (topic, key) do update set body = excluded.body`;

/** Keeps `copy` as the topics are. */
export async function applyToCopy(
  client: pg.ClientBase,
  facts: Parameters<Follower['topics'][string]>[1],
): Promise<void> {
  const there = facts.filter(({ body }) => body !== null);
  const gone = facts.filter(({ body }) => body === null);
  await client.query(UPSERT, [JSON.stringify(there)]);
  await client.query('delete from copy where topic = $1 and key = any($2)', [
    facts[0]?.topic,
    gone.map(({ key }) => key),
  ]);
}

/** A row in the order of (topic, key), as text. */
export async function textOf({ pool }: Database, table: 'copy' | 'change'): Promise<string> {
  const { rows } = await pool.query<{ line: string }>(
    `select topic || ' ' || key || ' ' || body::text as line from ${table}
      where body is not null order by topic collate "C", key collate "C"`,
  );
  return rows.map(({ line }) => line).join('\n');
}

export const publish = (
  client: Pick<pg.ClientBase, 'query'>,
  key: string,
  body: unknown,
  topic = 'thing',
) =>
  client.query('select publish_fact($1, $2, $3)', [
    topic,
    key,
    body === null ? null : JSON.stringify(body),
  ]);

/** The keys that a feed tells after a cursor, and the cursor after them. */
export async function keysAfter(feed: Feed, after = BEGINNING, limit = 100) {
  const { facts, cursor, ...rest } = await feed.read({ topics: ['thing'], after, limit });
  return { keys: facts.map(({ key }) => key), cursor, ...rest };
}
