import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feeds } from '../../../platform/feed/feed.ts';
import { createFollowing } from '../../../platform/feed/follow.ts';
import { createLocalFeed } from '../../../platform/feed/local-feed.ts';
import { SUBGRAPHS } from '../../../platform/subgraph.ts';
import { PARTS } from '../../../scripts/graph/parts.ts';
import { DATABASE_TIMEOUT } from '../../support/test-database.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { type Graph, startGraph } from '../support/graph.ts';
import { captureStatements } from './capture.ts';
import { connectTakingIndexes, endAll, type TakingIndexes } from './taking-indexes.ts';
import { findWholeReads, undesigned } from './walk.ts';

/** Topics of which triggers publish one thing anew by reading the topic's view for its key. */
const REFRESHED = `
  select distinct replace(topic[1], '-', '_') || '_fact' as view
    from pg_proc, regexp_matches(prosrc, 'refresh_fact\\(''([a-z-]+)''', 'g') as topic`;

/** One thing of each topic is told once more. */
const TELL_AGAIN = `
  update change set xid = current_xid(), position = nextval('change_position')
   where (topic, key) in (select topic, min(key) from change where body is not null group by topic)`;

describe('the feed', () => {
  let demo: Demo;
  let graph: Graph;
  let clients: TakingIndexes;
  beforeAll(async () => {
    demo = await startDemo();
    graph = await startGraph('local', demo.urls);
    clients = await connectTakingIndexes(demo.urls);
  }, DATABASE_TIMEOUT);
  afterAll(async () => {
    await endAll(clients);
    await graph.close();
    await demo.stop();
  });

  it.each(SUBGRAPHS)('publishes one thing of %s anew without reading all of them', async (name) => {
    const { rows } = await clients[name].query<{ view: string }>(REFRESHED);
    const reads = rows.map(({ view }) => ({
      subgraph: name,
      text: `select body::jsonb from ${view} where key = $1`,
      values: ['7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a01'],
    }));
    expect(undesigned(await findWholeReads(clients, reads))).toEqual([]);
  });

  it.each(PARTS)('is applied in $name without reading more than it is of', async (part) => {
    const { pool } = graph.databases[part.name];
    const feeds: Feeds = new Map(
      SUBGRAPHS.map((name) => [name, createLocalFeed(graph.databases[name].pool)]),
    );
    const followers = await part.followers();
    const log = { warn() {} };
    const following = createFollowing({ pool, followers, feeds, log });
    await following.catchUp();
    for (const name of SUBGRAPHS) await graph.databases[name].pool.query(TELL_AGAIN);
    const { captured, result } = await captureStatements(graph.databases, () =>
      following.catchUp(),
    );
    expect(result > 0).toBe(followers.length > 0);
    expect([...new Set(undesigned(await findWholeReads(clients, captured)))]).toEqual([]);
  });
});
