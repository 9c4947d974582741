import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PUBLIC_ACTOR } from '../../../platform/actor.ts';
import { signActor, subgraphKey } from '../../../platform/actor-token.ts';
import { createHttpSubgraph } from '../../../platform/graphql/http-subgraph.ts';
import { createLocalSubgraph } from '../../../platform/graphql/local-subgraph.ts';
import {
  ACTOR_HEADER,
  type LocalSubgraph,
  type SubgraphResponse,
} from '../../../platform/subgraph.ts';
import { ODD_REQUESTS, type OddRequest } from './odd-requests.ts';
import { BROKEN_CONTEXT, oddSubgraph, SECRET } from './odd-subgraph.ts';

const KEY = subgraphKey('a secret of at least thirty-two characters', 'placements');
const NOBODY = { ...PUBLIC_ACTOR, subject: 'somebody' };

let logged: string[];
let http: FastifyInstance;
let local: LocalSubgraph;
const odd = () =>
  oddSubgraph((error, { requestId }) => logged.push(`${requestId}: ${firstLine(error)}`));

/** Without the place in the document, which a request in this process does not keep. */
const firstLine = (error: unknown) => String(error).split('\n')[0];

beforeAll(async () => {
  http = await createHttpSubgraph(odd(), { key: KEY, ready: async () => true });
  local = createLocalSubgraph(odd());
});
beforeEach(() => {
  logged = [];
});
afterAll(() => http.close());

async function post(body: object, actor = NOBODY) {
  const payload = JSON.stringify(body);
  const vouched = { actor, requestId: 'request-1' };
  const token = signActor(KEY, 'placements', vouched, payload, Date.now());
  const headers = { 'content-type': 'application/json', [ACTOR_HEADER]: token };
  const response = await http.inject({ method: 'POST', url: '/graphql', headers, payload });
  const { date: _, ...shown } = response.headers;
  return { status: response.statusCode, headers: shown, text: response.body, log: taken() };
}

function taken(): readonly string[] {
  const log = logged;
  logged = [];
  return log;
}

async function ask({ query, variables, operationName }: OddRequest, actor = NOBODY) {
  const request = {
    query,
    variables: variables ?? undefined,
    operationName: operationName ?? undefined,
  };
  const response = await local.execute(request, { actor, requestId: 'request-1' });
  return { response: told(response), log: taken() };
}

/** As JSON, with what an error says but the place in the document. */
function told(response: SubgraphResponse): unknown {
  const shown = JSON.stringify(response, (key, value) => (key === 'locations' ? undefined : value));
  return JSON.parse(shown);
}

describe('a subgraph answers the same in this process and over HTTP', () => {
  it.each(ODD_REQUESTS)('to %s', async (_name, request) => {
    const byApollo = await post(request);
    expect(await post(request)).toEqual(byApollo);
    const { response, log } = await ask(request);
    expect(told(JSON.parse(byApollo.text))).toEqual(response);
    expect(log).toEqual(byApollo.log);
    expect(byApollo.text).not.toMatch(/hunter2|node_modules|stacktrace|"http"/);
  });

  it('that a null is the caller’s mistake where an argument has a default', async () => {
    const query = 'query ($n: Int) { who times(n: $n) }';
    const { text, log } = await post({ query, variables: { n: null } });
    expect(JSON.parse(text)).toMatchObject({
      data: { who: 'PUBLIC', times: null },
      errors: [{ path: ['times'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(log).toEqual([]);
    expect(await ask({ query })).toMatchObject({ response: { data: { times: 3 } } });
  });

  it('when it cannot tell who asks', async () => {
    const query = '{ a: who }';
    await post({ query });
    const known = await post({ query }, BROKEN_CONTEXT);
    const byApollo = await post({ query: '{ a: who b: who }' }, BROKEN_CONTEXT);
    expect(known).toEqual(byApollo);
    expect(known.status).toBe(500);
    expect(await ask({ query }, BROKEN_CONTEXT)).toEqual({
      response: JSON.parse(known.text),
      log: known.log,
    });
    expect(known.log).toEqual([`request-1: Error: ${SECRET}`]);
  });
});

describe('a subgraph over HTTP', () => {
  it('executes a mutation once for each request, known or not', async () => {
    const query = 'mutation { one: add two: add }';
    const answers = [await post({ query }), await post({ query }), await post({ query })];
    expect(answers.map(({ text }) => JSON.parse(text).data)).toEqual([
      { one: 1, two: 2 },
      { one: 3, two: 4 },
      { one: 5, two: 6 },
    ]);
  });

  it.each([
    ['a batch', [{ query: '{ who }' }]],
    ['a persisted query', { query: '{ who }', extensions: { persistedQuery: {} } }],
    ['a list of variables', { query: '{ who }', variables: [] }],
    ['a name that is a number', { query: '{ who }', operationName: 1 }],
    ['a document that is no text', { query: { kind: 'Document' } }],
  ])('refuses %s of an operation that it knows', async (_name, body) => {
    await post({ query: '{ who }' });
    expect((await post(body)).status).toBe(400);
  });
});
