import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import type { Apply } from '../../../platform/feed/fact.ts';
import type { Feed } from '../../../platform/feed/feed.ts';
import { createFollowing, type Following } from '../../../platform/feed/follow.ts';
import { createLocalFeed } from '../../../platform/feed/local-feed.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { applyToCopy, CREATE_COPY, publish, textOf } from './support.ts';

const SOURCE = 'employers-and-sites';

let databases: TestDatabases;
let producer: Database;
let follower: Database;
let feed: Feed;
let running: Following[] = [];

beforeAll(async () => {
  databases = await startTestDatabases();
  producer = await databases.create(SOURCE);
  follower = await databases.create('students-and-mycap');
  await follower.pool.query(CREATE_COPY);
  feed = createLocalFeed(producer.pool);
});
beforeEach(async () => {
  await Promise.all(running.map((following) => following.stop()));
  running = [];
  await producer.pool.query('truncate change');
  await follower.pool.query('truncate copy, feed_cursor');
});
afterAll(() => databases.stop());

type Given = {
  readonly feed?: Feed;
  readonly topics?: readonly string[];
  readonly apply?: Apply;
  readonly pageSize?: number;
  readonly patienceMs?: number;
  readonly warn?: (fields: object, message: string) => void;
};

function following({ topics = ['thing'], apply = applyToCopy, warn = () => {}, ...rest }: Given) {
  const made = createFollowing({
    pool: follower.pool,
    followers: [{ source: SOURCE, topics: Object.fromEntries(topics.map((t) => [t, apply])) }],
    feeds: new Map([[SOURCE, rest.feed ?? feed]]),
    log: { warn },
    ...rest,
  });
  running.push(made);
  return made;
}

const copy = () => textOf(follower, 'copy');

/** Resolves as soon as something has been told so many times. */
function counter(target: number) {
  let tell = () => {};
  const reached = new Promise<void>((resolve) => {
    let count = 0;
    tell = () => {
      count += 1;
      if (count === target) resolve();
    };
  });
  return { tell: () => tell(), reached };
}

describe('catching up', () => {
  it('applies all that is new, in pages, and says how many facts that was', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await publish(producer.pool, key, { key });
    const sizes: number[] = [];
    const apply: Apply = async (client, facts) => {
      sizes.push(facts.length);
      await applyToCopy(client, facts);
    };
    const { catchUp } = following({ pageSize: 2, apply });
    expect(await catchUp()).toBe(5);
    expect(sizes).toEqual([2, 2, 1]);
    expect(await copy()).toBe(await textOf(producer, 'change'));
    expect(await catchUp()).toBe(0);
  });

  it('applies the topics of a page in the order in which the follower lists them', async () => {
    for (const topic of ['first', 'second']) await publish(producer.pool, 'a', {}, topic);
    const order: unknown[] = [];
    const apply: Apply = async (_client, facts) => {
      order.push(facts[0]?.topic);
    };
    await following({ topics: ['second', 'first'], apply }).catchUp();
    expect(order).toEqual(['second', 'first']);
  });

  it('waits for facts that an older transaction holds', async () => {
    const writer = await producer.pool.connect();
    await writer.query('begin');
    await publish(writer, 'held', {});
    await publish(producer.pool, 'waiting', {});
    const looks = counter(2);
    const watched: Feed = {
      async read(request) {
        const page = await feed.read(request);
        if (page.held) looks.tell();
        return page;
      },
    };
    const caughtUp = following({ feed: watched }).catchUp();
    await looks.reached;
    await writer.query('commit');
    writer.release();
    expect(await caughtUp).toBe(2);
  });

  it('leaves nothing of a page whose handler fails, and applies it when it is asked again', async () => {
    await publish(producer.pool, 'a', {});
    const fails: Apply = async (client, facts) => {
      await applyToCopy(client, facts);
      throw new Error('A handler fails.');
    };
    await expect(following({ apply: fails }).catchUp()).rejects.toThrow('A handler fails.');
    expect(await copy()).toBe('');
    expect(await following({}).catchUp()).toBe(1);
    expect(await copy()).toBe('thing a {}');
  });

  it('begins anew where the follower has a topic that it had not', async () => {
    await publish(producer.pool, 'old', {}, 'other');
    await publish(producer.pool, 'a', {});
    expect(await following({}).catchUp()).toBe(1);
    expect(await following({ topics: ['thing', 'other'] }).catchUp()).toBe(2);
    expect(await copy()).toBe('other old {}\nthing a {}');
  });

  it('lets one replica at a time apply a page, and none apply it twice', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await publish(producer.pool, key, {});
    let now = 0;
    let most = 0;
    const apply: Apply = async (client, facts) => {
      now += 1;
      most = Math.max(most, now);
      await applyToCopy(client, facts);
      now -= 1;
    };
    const replicas = [1, 2, 3].map(() => following({ apply, pageSize: 1 }));
    const applied = await Promise.all(replicas.map((replica) => replica.catchUp()));
    expect(applied.reduce((sum, each) => sum + each)).toBe(4);
    expect(most).toBe(1);
  });
});

describe('following', () => {
  it('goes on by itself, and stops', async () => {
    const applied = counter(2);
    const apply: Apply = async (client, facts) => {
      await applyToCopy(client, facts);
      for (const _ of facts) applied.tell();
    };
    const started = following({ apply });
    expect(started.lag()).toEqual([{ source: SOURCE, seconds: null }]);
    started.start();
    await publish(producer.pool, 'a', {});
    await publish(producer.pool, 'b', {});
    await applied.reached;
    await started.stop();
    expect(await copy()).toBe('thing a {}\nthing b {}');
    expect(started.lag()).toEqual([{ source: SOURCE, seconds: expect.any(Number) }]);
  });

  it('says once that a source is down, and once that it is back', async () => {
    let reads = 0;
    const down: Feed = {
      read(request) {
        reads += 1;
        return reads <= 2 ? Promise.reject(new Error('Nobody listens.')) : feed.read(request);
      },
    };
    const said: unknown[] = [];
    const lines = counter(2);
    const warn = (fields: object, message: string) => {
      said.push({ ...fields, message });
      lines.tell();
    };
    const started = following({ feed: down, warn });
    started.start();
    await lines.reached;
    await started.stop();
    expect(said).toEqual([
      {
        source: SOURCE,
        secondsBehind: null,
        reason: 'Nobody listens.',
        message: 'The feed cannot be followed; it is tried again.',
      },
      {
        source: SOURCE,
        secondsBehind: expect.any(Number),
        failures: 2,
        message: 'The feed is followed again.',
      },
    ]);
  });

  it('stops at once while a source does not answer, without a word', async () => {
    const said: unknown[] = [];
    const asked = counter(1);
    const silent: Feed = {
      read: (_request, signal) => {
        asked.tell();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      },
    };
    const started = following({ feed: silent, warn: (fields) => said.push(fields) });
    started.start();
    await asked.reached;
    await started.stop();
    expect(said).toEqual([]);
  });

  it('refuses a source without a feed, and two followers of one source', () => {
    const given = { pool: follower.pool, log: { warn() {} } };
    const one = { source: SOURCE, topics: {} } as const;
    expect(() => createFollowing({ ...given, followers: [one], feeds: new Map() })).toThrow(
      'There is no feed of employers-and-sites to follow.',
    );
    const feeds = new Map([[SOURCE, feed] as const]);
    expect(() => createFollowing({ ...given, followers: [one, one], feeds })).toThrow(
      'Two followers of employers-and-sites would share a cursor; make them one.',
    );
  });
});
