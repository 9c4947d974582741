import fc from 'fast-check';
import Fastify from 'fastify';
import type pg from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import type { Apply } from '../../../platform/feed/fact.ts';
import { BEGINNING, type Feed } from '../../../platform/feed/feed.ts';
import { addFeedRoutes } from '../../../platform/feed/feed-route.ts';
import { feedKey } from '../../../platform/feed/feed-token.ts';
import { createFollowing } from '../../../platform/feed/follow.ts';
import { createHttpFeed } from '../../../platform/feed/http-feed.ts';
import { createLocalFeed } from '../../../platform/feed/local-feed.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { type Fault, Producer, type Step, steps, TOPICS } from './history.ts';
import { applyToCopy, CREATE_COPY, textOf } from './support.ts';

const SOURCE = 'employers-and-sites';
const SLOW = 120_000;

let databases: TestDatabases;
let producer: Database;
let follower: Database;

beforeAll(async () => {
  databases = await startTestDatabases();
  producer = await databases.create(SOURCE);
  follower = await databases.create('students-and-mycap');
  await follower.pool.query(CREATE_COPY);
});
afterAll(() => databases.stop());

const crash = new Error('The follower is killed.');

const strike = (kind: Fault['kind'], client: pg.ClientBase) =>
  kind === 'loses its connection'
    ? client.query('select pg_terminate_backend(pg_backend_pid())')
    : Promise.reject(crash);

/** A handler that is struck once: before it has done anything, or when it has done all. */
function struck({ kind, atCall }: Fault): Apply {
  let calls = 0;
  return async (client, facts) => {
    const now = calls === atCall;
    calls += 1;
    if (now && kind === 'throws first') await strike(kind, client);
    await applyToCopy(client, facts);
    if (now) await strike(kind, client);
  };
}

/** At the end: another database of the cluster, of a test beside this one, may hold facts back for a moment. */
const PATIENT_MS = 30_000;

const follow = (feed: Feed, pageSize: number, apply: Apply = applyToCopy, patienceMs = 0) =>
  createFollowing({
    pool: follower.pool,
    followers: [{ source: SOURCE, topics: Object.fromEntries(TOPICS.map((t) => [t, apply])) }],
    feeds: new Map([[SOURCE, feed]]),
    log: { warn() {} },
    pageSize,
    patienceMs,
  });

/** The cursors that were saved, for going back to one. */
const seen = () => {
  const cursors: string[] = [BEGINNING];
  return {
    async note() {
      const { rows } = await follower.pool.query<{ cursor: string }>(
        'select cursor from feed_cursor',
      );
      cursors.push(...rows.map(({ cursor }) => cursor));
    },
    pick: (index: number) => cursors[index % cursors.length],
  };
};

async function play(given: readonly Step[], feed: Feed): Promise<void> {
  await producer.pool.query('truncate change');
  await follower.pool.query('truncate copy, feed_cursor');
  const writer = new Producer(producer);
  const cursors = seen();

  const run = async (step: Step): Promise<unknown> => {
    switch (step.do) {
      case 'write':
        return writer.write(step.session, step.thing, step.body);
      case 'tell':
        return writer.tell(step.thing, step.body);
      case 'end':
        return writer.end(step.session, step.how);
      case 'follow': {
        const replicas = Array.from({ length: step.replicas }, () => follow(feed, step.limit));
        return Promise.all(replicas.map((replica) => replica.catchUp()));
      }
      case 'crash':
        return follow(feed, step.limit, struck(step.fault))
          .catchUp()
          .catch(() => {});
      case 'replay':
        return follower.pool.query('update feed_cursor set cursor = $1', [cursors.pick(step.from)]);
      case 'forget':
        return follower.pool.query('delete from feed_cursor');
    }
  };
  try {
    for (const step of given) {
      await run(step);
      await cursors.note();
    }
  } finally {
    await writer.endAll();
  }
  await follow(feed, 3, applyToCopy, PATIENT_MS).catchUp();
  const [copy, truth] = [await textOf(follower, 'copy'), await writer.truth()];
  if (copy !== truth) throw new Error(`The copy is\n${copy}\n\nand the truth is\n${truth}`);
}

describe('whatever is written and rolled back, in whatever order it commits, and wherever a follower is killed', () => {
  it(
    'a follower in this process ends with what its source has',
    async () => {
      const feed = createLocalFeed(producer.pool);
      await fc.assert(
        fc.asyncProperty(steps, (given) => play(given, feed)),
        { numRuns: 40 },
      );
    },
    SLOW,
  );

  it(
    'a follower over HTTP ends with what its source has',
    async () => {
      const key = feedKey('a secret of at least thirty-two characters', SOURCE);
      const app = Fastify();
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
        done(null, text),
      );
      addFeedRoutes(app, SOURCE, { key, feed: createLocalFeed(producer.pool), lag: () => [] });
      const origin = await app.listen({ host: '127.0.0.1', port: 0 });
      const feed = createHttpFeed({ source: SOURCE, url: `${origin}/feed`, key });
      await fc.assert(
        fc.asyncProperty(steps, (given) => play(given, feed)),
        { numRuns: 15 },
      );
      await app.close();
    },
    SLOW,
  );
});
