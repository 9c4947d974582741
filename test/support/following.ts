import type { Database } from '../../platform/database.ts';
import type { Fact, Follower } from '../../platform/feed/fact.ts';
import type { Feeds } from '../../platform/feed/feed.ts';
import { openFeedPool } from '../../platform/feed/feed-pool.ts';
import { createFollowing } from '../../platform/feed/follow.ts';
import { createLocalFeed } from '../../platform/feed/local-feed.ts';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';
import { catchUpAll } from '../../scripts/graph/local-followings.ts';
import { PARTS } from '../../scripts/graph/parts.ts';

type Databases = Readonly<Partial<Record<SubgraphName, Database>>>;

async function followersOf(name: SubgraphName): Promise<readonly Follower[]> {
  const part = PARTS.find((known) => known.name === name);
  return part ? await part.followers() : [];
}

/**
 * Lets each of these subgraphs know what the others of them have, until nothing is new; says how many
 * facts that was. The statements of `database.statements()` are not touched.
 */
export async function catchUp(databases: Databases): Promise<number> {
  const given = SUBGRAPHS.flatMap((name) => {
    const database = databases[name];
    return database ? [{ name, pool: openFeedPool(urlOf(database)) }] : [];
  });
  const feeds: Feeds = new Map(given.map(({ name, pool }) => [name, createLocalFeed(pool)]));
  try {
    const followings = await Promise.all(
      given.map(async ({ name, pool }) => {
        const followers = (await followersOf(name)).filter(({ source }) => feeds.has(source));
        return createFollowing({ pool, followers, feeds, log: { warn() {} } });
      }),
    );
    return await catchUpAll(followings);
  } finally {
    await Promise.all(given.map(({ pool }) => pool.end()));
  }
}

/** Tells a subgraph facts that another would have told, without that other's database. */
export async function tellFacts(
  name: SubgraphName,
  { pool }: Database,
  facts: readonly Fact[],
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const { topics } of await followersOf(name)) {
      for (const [topic, apply] of Object.entries(topics)) {
        const told = facts.filter((fact) => fact.topic === topic);
        if (told.length > 0) await apply(client, told);
      }
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function urlOf({ pool }: Database): string {
  const { connectionString } = pool.options;
  if (connectionString) return connectionString;
  throw new Error('The database was opened without a URL.');
}
