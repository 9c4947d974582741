import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { BEGINNING } from '../../../platform/feed/feed.ts';
import { FEED_HEADER, feedKey, signFeedRequest } from '../../../platform/feed/feed-token.ts';
import { createHttpFeed } from '../../../platform/feed/http-feed.ts';
import { createLocalFeed } from '../../../platform/feed/local-feed.ts';
import { createHttpSubgraph } from '../../../platform/graphql/http-subgraph.ts';
import { TOKEN_LIFETIME_MS } from '../../../platform/signed-token.ts';
import type { SubgraphName } from '../../../platform/subgraph.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { publish } from './support.ts';

const SECRET = 'a secret of at least thirty-two characters';
const NAME = 'placements';
const KEY = feedKey(SECRET, NAME);
const ACTOR_KEY = 'the key of actor tokens, which opens no feed';
const REQUEST = { topics: ['thing'], after: BEGINNING, limit: 2 };
const BODY = JSON.stringify(REQUEST);

let databases: TestDatabases;
let database: Database;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create(NAME);
  const parts = createPlacements(
    database,
    () => {},
    () => new Date(0),
  );
  app = await createHttpSubgraph(parts, {
    key: ACTOR_KEY,
    ready: async () => true,
    feed: {
      key: KEY,
      feed: createLocalFeed(database.pool),
      lag: () => [{ source: 'students-and-mycap', seconds: 3 }],
    },
  });
  url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/feed`;
});
beforeEach(() => database.pool.query('truncate change'));
afterAll(async () => {
  await app.close();
  await databases.stop();
});

type Signed = {
  readonly body?: string;
  readonly source?: SubgraphName;
  readonly key?: string;
  readonly at?: number;
};
const sign = ({ body = BODY, source = NAME, key = KEY, at = Date.now() }: Signed = {}) =>
  signFeedRequest(key, source, body, at);

const post = (token: string | null, payload = BODY) =>
  app.inject({
    method: 'POST',
    url: '/feed',
    headers: { 'content-type': 'application/json', ...(token && { [FEED_HEADER]: token }) },
    payload,
  });

describe('a feed over HTTP', () => {
  it('is the same feed', async () => {
    for (const key of ['a', 'b', 'c']) await publish(database.pool, key, { key, no: null });
    const remote = createHttpFeed({ source: NAME, url, key: KEY });
    const local = createLocalFeed(database.pool);
    const page = await remote.read(REQUEST);
    expect(page).toEqual(await local.read(REQUEST));
    const next = { ...REQUEST, after: page.cursor };
    expect(await remote.read(next)).toEqual(await local.read(next));
  });

  it('gives a page no larger than its bound to who asks for more', async () => {
    await database.pool.query(
      `select publish_fact('thing', n::text, '{}') from generate_series(1, 1001) as n`,
    );
    const remote = createHttpFeed({ source: NAME, url, key: KEY });
    const { facts, more } = await remote.read({ ...REQUEST, limit: 5_000 });
    expect([facts.length, more]).toEqual([1_000, true]);
  });

  it.each([
    { what: 'no token', token: () => null },
    { what: 'something that is no token', token: () => 'Bearer abc' },
    { what: 'a token for another body', token: () => sign({ body: `${BODY} ` }) },
    { what: "another feed's token", token: () => sign({ source: 'students-and-mycap' }) },
    {
      what: "another feed's key",
      token: () => sign({ key: feedKey(SECRET, 'students-and-mycap') }),
    },
    { what: 'the key of actor tokens', token: () => sign({ key: ACTOR_KEY }) },
    { what: 'an expired token', token: () => sign({ at: Date.now() - TOKEN_LIFETIME_MS }) },
  ])('answers 401 to $what, and no fact', async ({ token }) => {
    await publish(database.pool, 'a', {});
    const response = await post(token());
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({
      error: { code: 'UNAUTHENTICATED', message: expect.stringMatching(/followers only: .+\.$/) },
    });
  });

  it('takes a token once', async () => {
    const token = sign();
    expect((await post(token)).statusCode).toBe(200);
    expect((await post(token)).statusCode).toBe(401);
  });

  it.each([
    { what: 'no JSON', body: '{', says: 'The body is not JSON' },
    { what: 'no topics', body: { ...REQUEST, topics: [] }, says: 'topics: ' },
    { what: 'what is no topic', body: { ...REQUEST, topics: ['A B'] }, says: '"career-event"' },
    { what: 'too large a page', body: { ...REQUEST, limit: 1_001 }, says: 'limit: ' },
    { what: 'an empty page', body: { ...REQUEST, limit: 0 }, says: 'limit: ' },
    { what: 'a foreign cursor', body: { ...REQUEST, after: '1' }, says: 'cursor is not one' },
    { what: 'a field nobody knows', body: { ...REQUEST, all: true }, says: '"all"' },
  ])('answers 400 to $what, and says what is wrong', async ({ body, says }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await post(sign({ body: text }), text);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      error: { code: 'BAD_USER_INPUT', message: expect.stringContaining(says) },
    });
  });

  it('tells a follower with the wrong key what may be wrong, and none of the answer', async () => {
    const remote = createHttpFeed({ source: NAME, url, key: ACTOR_KEY });
    await expect(remote.read(REQUEST)).rejects.toThrow(
      'The feed of placements answers HTTP 401: the feed key or a clock differs.',
    );
  });

  it('is not there where nobody serves it', async () => {
    const remote = createHttpFeed({ source: NAME, url: `${url}s`, key: KEY });
    await expect(remote.read(REQUEST)).rejects.toThrow(/HTTP 404: .+not its \/feed/);
  });

  it('shows how far its own subgraph is behind, and is ready however far', async () => {
    const lag = await app.inject({ url: '/health/feeds' });
    expect(lag.json()).toEqual({ following: [{ source: 'students-and-mycap', seconds: 3 }] });
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(200);
  });
});
