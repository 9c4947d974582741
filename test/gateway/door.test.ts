import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY_LIMIT_BYTES } from '../../gateway/limits.ts';
import { ACTOR_HEADER } from '../../platform/subgraph.ts';
import {
  type Answer,
  compose,
  httpTransport,
  localTransport,
  startGateway,
} from './support/gateways.ts';
import { serve } from './support/served.ts';

const ORIGIN = 'https://app.example';
type Running = Awaited<ReturnType<typeof startGateway>>;

let running: Running;
let isReady = true;
const get = (path: string, init?: RequestInit) => fetch(`${running.origin}${path}`, init);
const post = (body: string, headers: Record<string, string> = {}) =>
  get('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const errorsOf = async (response: Response) =>
  ((await response.json()) as Pick<Answer, 'errors'>).errors ?? [];
const codeOf = async (response: Response) => (await errorsOf(response))[0]?.extensions.code;
const QUERY = JSON.stringify({ query: '{ whoAmI { role } }' });

beforeAll(async () => {
  running = await startGateway({
    transport: localTransport(),
    corsOrigins: [ORIGIN],
    ready: async () => isReady,
  });
});
afterAll(() => running.gateway.close());

/** The answer to a line of a request, as it is sent. */
function answerTo(line: string): Promise<string> {
  const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
  socket.write(`${line}\r\nhost: a\r\nx-request-id: door-0001\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

describe('a URL that cannot be read', () => {
  it.each([
    'GET http://[/graphql HTTP/1.1',
    'GET /%zz-hunter2 HTTP/1.1',
    'GET /graphql%hunter2 HTTP/1.1',
    'POST /%E0%A4%A-hunter2 HTTP/1.1',
    `GET /${'%20'.repeat(200)}%hunter2 HTTP/1.1`,
  ])('is refused as all else, and not repeated: %s', async (line) => {
    const answer = await answerTo(line);
    expect(answer).toMatch(/^HTTP\/1.1 40[04] /);
    expect(answer).toContain('x-request-id: door-0001');
    expect(answer).toMatch(/\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"\w+"/);
    expect(answer).not.toMatch(/hunter2|FST_|\[\/graphql|%/);
  });
});

describe('the request body', () => {
  it('is refused one byte over the limit, and read at the limit', async () => {
    const padded = (bytes: number) => QUERY + ' '.repeat(bytes - QUERY.length);
    const over = await post(padded(BODY_LIMIT_BYTES + 1));
    expect([over.status, await codeOf(over)]).toEqual([413, 'REQUEST_TOO_LARGE']);
    expect((await post(padded(BODY_LIMIT_BYTES))).status).toBe(200);
  });

  it.each([
    ['no JSON', '{"query":', {}, 400],
    ['empty', '', {}, 400],
    ['a batch', `[${QUERY}]`, {}, 400],
    ['without a query', '{"variables":{}}', {}, 400],
    ['text, which any page may send', QUERY, { 'content-type': 'text/plain' }, 415],
    ['a form', 'query={x}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('that is %s is a bad request', async (_what, body, headers, status) => {
    const response = await post(body, { ...headers, 'x-request-id': 'door-test' });
    expect(response.status).toBe(status);
    expect(await errorsOf(response)).toEqual([
      {
        message: expect.any(String),
        extensions: { code: 'BAD_REQUEST', requestId: 'door-test' },
      },
    ]);
  });

  it('that names a persisted query says that there are none', async () => {
    const response = await post(
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
    );
    const [error] = await errorsOf(response);
    expect([error?.extensions.code, error?.message]).toEqual([
      'BAD_REQUEST',
      'PersistedQueryNotSupported',
    ]);
  });
});

describe('a query by GET', () => {
  const path = `/graphql?query=${encodeURIComponent('{ whoAmI { role } }')}`;
  const preflighted = { headers: { 'apollo-require-preflight': 'true' } };

  it('needs a header that a foreign page cannot send unasked', async () => {
    const response = await get(path);
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('is answered with it', async () => {
    expect(await (await get(path, preflighted)).json()).toEqual({
      data: { whoAmI: { role: 'PUBLIC' } },
    });
  });

  it('may not be a mutation', async () => {
    const mutation = encodeURIComponent('mutation { rename(id: "s") { id } }');
    const response = await get(`/graphql?query=${mutation}`, preflighted);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    get('/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('may call where its origin is named', async () => {
    const { headers } = await preflight(ORIGIN);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may not where it is not', async () => {
    const { headers } = await preflight('https://evil.example');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the request id', () => {
  it("is the caller's where it is sane", async () => {
    const { headers } = await post(QUERY, { 'x-request-id': 'trace-0001' });
    expect(headers.get('x-request-id')).toBe('trace-0001');
  });

  it.each(['short', 'with space in', 'x'.repeat(65), '"quoted-id"'])(
    'is ours for %j',
    async (id) => {
      const { headers } = await post(QUERY, { 'x-request-id': id });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('health and metrics', () => {
  it('is ready only when everything is', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    isReady = false;
    expect((await get('/health/ready')).status).toBe(503);
    expect((await get('/health/live')).status).toBe(200);
    isReady = true;
  });

  it('counts requests and fetches', async () => {
    await post(QUERY);
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(
      /^gateway_request_duration_seconds_count\{status="200",kind="query"\} \d+$/m,
    );
    expect(text).toMatch(
      /^gateway_subgraph_fetch_duration_seconds_count\{subgraph="students-and-mycap",outcome="ok"\} \d+$/m,
    );
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('says what else there is not', async () => {
    const response = await get('/admin');
    expect([response.status, await codeOf(response)]).toEqual([404, 'NOT_FOUND']);
  });

  it('hands out no tokens unless that is switched on', async () => {
    const response = await get('/dev/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"persona":"admin"}',
    });
    expect(response.status).toBe(404);
  });
});

it('a port that is taken is said to be', async () => {
  const port = Number(new URL(running.origin).port);
  await expect(startGateway({ transport: localTransport() }, port)).rejects.toThrow(
    `Something listens on port ${port} of 127.0.0.1 already.`,
  );
});

describe('what a subgraph gets', () => {
  it("has none of the client's headers, and the actor that we signed", async () => {
    let received: NodeJS.Dict<string | string[]> = {};
    const subgraph = await serve((request, response) => {
      received = request.headers;
      response.setHeader('content-type', 'application/json').end('{"data":{"greeting":"hi"}}');
    });
    const sdl =
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) type Query { greeting: String }';
    const { ask, gateway } = await startGateway({
      supergraph: { sdl: compose({ placements: sdl }, { placements: subgraph.url }) },
      transport: httpTransport(new Map()),
    });
    await ask('{ greeting }', {
      headers: {
        [ACTOR_HEADER]: 'forged',
        'x-actor': 'admin',
        'x-user-id': '1',
        cookie: 'a=b',
        'x-request-id': 'headers-1',
      },
    });
    await gateway.close();
    await subgraph.close();
    expect(Object.keys(received).sort()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'host',
      ACTOR_HEADER,
      'x-request-id',
    ]);
    expect(received[ACTOR_HEADER]).not.toBe('forged');
    expect(received['x-request-id']).toBe('headers-1');
  });
});
