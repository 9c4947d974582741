import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { BEGINNING, type Feed } from '../../../platform/feed/feed.ts';
import { createLocalFeed } from '../../../platform/feed/local-feed.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { keysAfter, publish } from './support.ts';

let databases: TestDatabases;
let database: Database;
let feed: Feed;

beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create('placements');
  feed = createLocalFeed(database.pool);
});
beforeEach(() => database.pool.query('truncate change'));
afterAll(() => databases.stop());

/** A transaction of its own connection, which has its number when this returns. */
async function begin({ pool }: Database): Promise<pg.PoolClient> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select pg_current_xact_id()');
  return client;
}
async function end(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  await client.query(how);
  client.release();
}

describe('a feed', () => {
  it('tells each thing once, in the order in which things last changed', async () => {
    for (const key of ['a', 'b', 'c']) await publish(database.pool, key, { version: 1 });
    await publish(database.pool, 'a', { version: 2 });
    expect(await feed.read({ topics: ['thing'], after: BEGINNING, limit: 9 })).toEqual({
      facts: [
        { topic: 'thing', key: 'b', body: { version: 1 } },
        { topic: 'thing', key: 'c', body: { version: 1 } },
        { topic: 'thing', key: 'a', body: { version: 2 } },
      ],
      cursor: expect.any(String),
      more: false,
      held: false,
    });
  });

  it('tells nothing of what was published again unchanged', async () => {
    await publish(database.pool, 'a', { x: 1, y: [null] });
    const { cursor } = await keysAfter(feed);
    await publish(database.pool, 'a', { y: [null], x: 1 });
    expect(await keysAfter(feed, cursor)).toEqual({ keys: [], cursor, more: false, held: false });
  });

  it('says that a thing is gone, also to who begins', async () => {
    await publish(database.pool, 'a', { x: 1 });
    const { cursor } = await keysAfter(feed);
    await publish(database.pool, 'a', null);
    for (const after of [cursor, BEGINNING]) {
      const { facts } = await feed.read({ topics: ['thing'], after, limit: 9 });
      expect(facts).toEqual([{ topic: 'thing', key: 'a', body: null }]);
    }
  });

  it('takes a body of JSON null for gone', async () => {
    await database.pool.query(`select publish_fact('thing', 'a', 'null')`);
    const { rows } = await database.pool.query('select body is null as gone from change');
    expect(rows).toEqual([{ gone: true }]);
  });

  it('goes on after the cursor, page by page, and tells only the topics that are asked', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      await publish(database.pool, key, {}, key === 'c' ? 'other' : 'thing');
    const first = await keysAfter(feed, BEGINNING, 2);
    expect(first).toMatchObject({ keys: ['a', 'b'], more: true });
    const second = await keysAfter(feed, first.cursor, 2);
    expect(second).toMatchObject({ keys: ['d', 'e'], more: true });
    expect(await keysAfter(feed, second.cursor, 2)).toMatchObject({ keys: [], more: false });
  });

  it('keeps the order of topics that are asked together, within one transaction, too', async () => {
    const writer = await begin(database);
    for (const [key, topic] of Object.entries({ a: 'thing', b: 'other', c: 'thing' }))
      await publish(writer, key, {}, topic);
    await end(writer, 'commit');
    const { facts } = await feed.read({ topics: ['other', 'thing'], after: BEGINNING, limit: 2 });
    expect(facts.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('skips no fact of a transaction that began first and commits last', async () => {
    const [early, late] = [await begin(database), await begin(database)];
    await publish(late, 'late', {});
    await publish(early, 'early', {});
    await end(late, 'commit');
    const meanwhile = await keysAfter(feed);
    expect(meanwhile).toEqual({ keys: [], cursor: BEGINNING, more: false, held: true });
    await end(early, 'commit');
    expect(await keysAfter(feed, meanwhile.cursor)).toMatchObject({
      keys: ['early', 'late'],
      held: false,
    });
  });

  it('tells nothing of what is rolled back, and does not wait for it afterwards', async () => {
    const [early, late] = [await begin(database), await begin(database)];
    await publish(late, 'late', {});
    await publish(early, 'early', {});
    await end(late, 'commit');
    await end(early, 'rollback');
    expect(await keysAfter(feed)).toMatchObject({ keys: ['late'], held: false });
  });

  it('does not wait for a transaction of another database', async () => {
    const other = await begin(await databases.create('placements'));
    await publish(database.pool, 'a', {});
    expect(await keysAfter(feed)).toMatchObject({ keys: ['a'], held: false });
    await end(other, 'rollback');
  });

  it('begins again for a cursor of an earlier life of the cluster', async () => {
    await publish(database.pool, 'a', {});
    const { cursor } = await keysAfter(feed);
    const earlier = cursor.replace(/^\d+-\d+/, '7-1').replace(/\.\d+\./, '.999999999.');
    expect(await keysAfter(feed, earlier)).toMatchObject({ keys: ['a'], cursor });
  });

  it.each(['x', '1.2.3', '1-1.2', "1-1.2.3'; drop table change", `1-1.${'9'.repeat(30)}.1`])(
    'refuses the cursor %s',
    async (after) => {
      await expect(keysAfter(feed, after)).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  );

  it('needs no more of PostgreSQL than to read its table', async () => {
    const other = await begin(await databases.create('placements'));
    await publish(database.pool, 'a', {});
    // One of PostgreSQL's own roles, which may do nothing of this.
    await database.pool.query('grant select on change to pg_checkpoint');
    const { connectionString } = database.pool.options;
    const plain = new pg.Pool({ connectionString, options: '-c role=pg_checkpoint' });
    expect(await keysAfter(createLocalFeed(plain))).toMatchObject({ keys: ['a'], held: false });
    await plain.end();
    await end(other, 'rollback');
  });
});
