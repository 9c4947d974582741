import type pg from 'pg';
import type { Follower } from './fact.ts';
import { BEGINNING, type FeedPage, type Feeds } from './feed.ts';

/** How far a source was read, and for which topics. */
type State = { readonly cursor: string; readonly topics: readonly string[] };

const NEVER_READ: State = { cursor: BEGINNING, topics: [] };
const sameState = (a: State, b: State) =>
  a.cursor === b.cursor && a.topics.join() === b.topics.join();

async function readState(pool: pg.Pool, source: string): Promise<State> {
  const select = 'select cursor, topics from feed_cursor where source = $1';
  const { rows } = await pool.query<State>(select, [source]);
  if (rows[0]) return rows[0];
  await pool.query(
    'insert into feed_cursor (source, topics, cursor, applied_at) values ($1, $2, $3, now()) on conflict do nothing',
    [source, NEVER_READ.topics, NEVER_READ.cursor],
  );
  return NEVER_READ;
}

const ignore = () => {};

/** Runs in one transaction. A connection that cannot even roll back is thrown away. */
async function inTransaction<T>(pool: pg.Pool, run: (client: pg.ClientBase) => Promise<T>) {
  const client = await pool.connect();
  // A connection that breaks fails its query; without a listener it would end the process, too.
  client.on('error', ignore);
  let broken = false;
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** Applies a page where the state is still the one it was asked for; false where somebody else is at it. */
const applyPage = (pool: pg.Pool, follower: Follower, seen: State, next: State, page: FeedPage) =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<State>(
      'select cursor, topics from feed_cursor where source = $1 for update skip locked',
      [follower.source],
    );
    if (!rows[0] || !sameState(rows[0], seen)) return false;
    for (const [topic, apply] of Object.entries(follower.topics)) {
      const facts = page.facts.filter((fact) => fact.topic === topic);
      if (facts.length > 0) await apply(client, facts);
    }
    await client.query(
      'update feed_cursor set cursor = $2, topics = $3, applied_at = now() where source = $1',
      [follower.source, next.cursor, next.topics],
    );
    return true;
  });

/** One look at a source: `waiting` where there are facts that this look could not have. */
export type Look = { readonly applied: number; readonly more: boolean; readonly waiting: boolean };

export type LookRequest = {
  readonly pool: pg.Pool;
  readonly feeds: Feeds;
  readonly follower: Follower;
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Reads the next page of a source and applies it together with its cursor, in one transaction: a crash
 * before its end leaves both as they were. The transaction begins when the page is here, so that no
 * network waits in it; of two replicas with one page, one applies it. Other topics than last time begin
 * anew, for facts of a new topic may lie before the cursor.
 */
export async function applyNext(request: LookRequest): Promise<Look> {
  const { pool, feeds, follower, limit, signal } = request;
  const feed = feeds.get(follower.source);
  if (!feed) throw new Error(`There is no feed of ${follower.source} to follow.`);
  const topics = Object.keys(follower.topics).sort();
  const seen = await readState(pool, follower.source);
  const after = topics.join() === seen.topics.join() ? seen.cursor : BEGINNING;
  const page = await feed.read({ topics, after, limit }, signal);
  if (page.facts.length === 0) return { applied: 0, more: false, waiting: page.held };
  const next = { cursor: page.cursor, topics };
  const applied = await applyPage(pool, follower, seen, next, page);
  if (!applied) return { applied: 0, more: false, waiting: true };
  return { applied: page.facts.length, more: page.more, waiting: page.held };
}
