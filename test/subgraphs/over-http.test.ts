import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signActor, subgraphKey } from '../../platform/actor-token.ts';
import { createHttpSubgraph } from '../../platform/graphql/http-subgraph.ts';
import { TOKEN_LIFETIME_MS } from '../../platform/signed-token.ts';
import { ACTOR_HEADER, SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';
import { createStudentsAndMyCap } from '../../subgraphs/students-and-mycap/subgraph.ts';
import { makeStudent } from '../support/make-students.ts';
import { type SubgraphUnderTest, startSubgraph } from '../support/subgraph-under-test.ts';

const SECRET = 'a secret of at least thirty-two characters';
const NAME = 'students-and-mycap';
const BODY = JSON.stringify({ query: '{ me { displayName } }' });

let graph: SubgraphUnderTest;
let app: FastifyInstance;
let student: string;
let ready: boolean;

beforeAll(async () => {
  graph = await startSubgraph(NAME, createStudentsAndMyCap);
  student = await makeStudent(graph.database);
  const key = subgraphKey(SECRET, NAME);
  app = await createHttpSubgraph(graph.parts, { key, ready: async () => ready });
});
beforeEach(() => {
  ready = true;
});
afterAll(async () => {
  await app.close();
  await graph.stop();
});

type Signed = {
  readonly body?: string;
  readonly audience?: SubgraphName;
  readonly key?: string;
  readonly at?: number;
};

/** The student's token, right unless something is said otherwise. */
function tokenFor({
  body = BODY,
  audience = NAME,
  key = subgraphKey(SECRET, audience),
  at = Date.now(),
}: Signed = {}): string {
  const actor = { subject: 'student', role: 'STUDENT', students: [student] } as const;
  return signActor(key, audience, { actor, requestId: 'request-1' }, body, at);
}

const post = (token: string | null, payload = BODY, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { [ACTOR_HEADER]: token }),
      ...headers,
    },
    payload,
  });

describe('a subgraph over HTTP', () => {
  it('answers who comes with a right token, as whom the token names', async () => {
    const response = await post(tokenFor());
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ data: { me: { displayName: 'Nia Example' } } });
  });

  it.each([
    { what: 'no token', token: () => null },
    { what: 'something that is no token', token: () => 'Bearer abc' },
    { what: 'a token for another body', token: () => tokenFor({ body: `${BODY} ` }) },
    {
      what: "a token of its own gateway for another subgraph, in that one's key",
      token: () => tokenFor({ audience: 'placements' }),
    },
    {
      what: 'a token for another subgraph, in its own key',
      token: () => tokenFor({ audience: 'placements', key: subgraphKey(SECRET, NAME) }),
    },
    {
      what: "another gateway's token",
      token: () => tokenFor({ key: subgraphKey('some other secret of many characters', NAME) }),
    },
    {
      what: 'an expired token',
      token: () => tokenFor({ at: Date.now() - TOKEN_LIFETIME_MS }),
    },
  ])('answers 401 to $what, and nothing of a record', async ({ token }) => {
    const response = await post(token());
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('This subgraph answers the gateway only'),
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  });

  it('answers 401 to a token that was used', async () => {
    const token = tokenFor();
    expect((await post(token)).statusCode).toBe(200);
    const again = await post(token);
    expect(again.statusCode).toBe(401);
    expect(again.json()).not.toHaveProperty('data');
  });

  it("does not look at a client's own headers for who it is", async () => {
    const headers = { authorization: `Bearer ${tokenFor()}`, 'x-actor': '{"role":"ADMIN"}' };
    expect((await post(null, BODY, headers)).statusCode).toBe(401);
  });

  it('asks for a token for introspection, too', async () => {
    const body = JSON.stringify({ query: '{ __schema { queryType { name } } }' });
    expect((await post(null, body)).statusCode).toBe(401);
  });

  it('says what is wrong with a document, and nothing of its insides', async () => {
    const body = JSON.stringify({ query: '{ me { nothing } }' });
    const response = await post(tokenFor({ body }), body);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    expect(response.body).not.toMatch(/node_modules|stacktrace/);
  });

  it.each(['{', '', '[]', '"text"', 'null', '{"query":1}'])(
    'answers a body that is no request, such as %j, with 400',
    async (body) => {
      const response = await post(tokenFor({ body }), body);
      expect(response.statusCode).toBe(400);
      expect(response.body).not.toMatch(/node_modules|stacktrace/);
    },
  );
});

describe('its health', () => {
  it('is live, and ready when its database is', async () => {
    const live = await app.inject('/health/live');
    expect([live.statusCode, live.json()]).toEqual([200, { status: 'live' }]);
    const up = await app.inject('/health/ready');
    expect([up.statusCode, up.json()]).toEqual([200, { status: 'ready' }]);
    ready = false;
    const down = await app.inject('/health/ready');
    expect([down.statusCode, down.json()]).toEqual([503, { status: 'not ready' }]);
  });
});

it('no subgraph has the key of another', () => {
  const keys = SUBGRAPHS.map((name) => subgraphKey(SECRET, name));
  expect(new Set(keys).size).toBe(SUBGRAPHS.length);
});
