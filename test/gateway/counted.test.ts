import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BODY_LIMIT_BYTES } from '../../gateway/limits.ts';
import { compose, httpTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';
const N = 3;

let running: Awaited<ReturnType<typeof startGateway>>;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const subgraphs = {
    good: await serve((request, response) => {
      request.resume();
      response.setHeader('content-type', 'application/json').end('{"data":{"good":"a"}}');
    }),
    bad: await serve((request, response) => {
      request.resume();
      const errors = '[{"message":"No.","extensions":{"code":"NOT_FOUND"}}]';
      response
        .setHeader('content-type', 'application/json')
        .end(`{"data":null,"errors":${errors}}`);
    }),
    slow: await serve((request) => void request.resume()),
    silent: await serve((request) => void request.resume()),
  };
  const names = Object.keys(subgraphs) as (keyof typeof subgraphs)[];
  const sdls = names.map((name) => [name, `${LINK} type Query { ${name}: String }`] as const);
  running = await startGateway({
    supergraph: { sdl: compose(Object.fromEntries(sdls)) },
    transport: httpTransport(new Map(names.map((name) => [name, subgraphs[name].url])), 2_000),
  });
  closing.push(() => running.gateway.close(), ...names.map((name) => subgraphs[name].close));
});
afterAll(async () => {
  for (const close of closing) await close();
});

const post = async (body: string, type = 'application/json') => {
  const headers = { 'content-type': type };
  const response = await fetch(`${running.origin}/graphql`, { method: 'POST', headers, body });
  await response.text();
};
const ask = (query: string, more: object = {}) => post(JSON.stringify({ query, ...more }));

/** Sends text as it is, and goes once the gateway has what it can of it. */
function abandon(text: string): Promise<void> {
  const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.write(text, () => socket.destroy());
  });
}

/** All samples of counts and sums of counts, by name and labels. */
async function counts(): Promise<Record<string, number>> {
  const text = await (await fetch(`${running.origin}/metrics`)).text();
  const lines = [
    ...text.matchAll(/^(gateway_\S+(?:_count|_total|_in_flight)(?:\{.*\})?) (\S+)$/gm),
  ];
  return Object.fromEntries(lines.map(([, name = '', value]) => [name, Number(value)]));
}

const requests = (status: number, kind: string) =>
  `gateway_request_duration_seconds_count{status="${status}",kind="${kind}"}`;
const requestsIn = (found: Record<string, number>) =>
  Object.entries(found)
    .filter(([name]) => name.startsWith('gateway_request_duration'))
    .reduce((sum, [, count]) => sum + count, 0);
const fetches = (subgraph: string, outcome: string) =>
  `gateway_subgraph_fetch_duration_seconds_count{subgraph="${subgraph}",outcome="${outcome}"}`;
const errors = (code: string) => `gateway_errors_total{code="${code}"}`;

it('Each request is counted once, by what became of it', async () => {
  const large = JSON.stringify({ query: `{ good } #${'x'.repeat(BODY_LIMIT_BYTES)}` });
  const half = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
  for (let time = 0; time < N; time += 1) {
    await ask('query Good { good }');
    await ask('{ bad }');
    await ask('query Slow { slow }');
    await ask('{ nothing }');
    await ask('{');
    await ask('query A { good } query B { good }', { operationName: 'C' });
    await post('{');
    await post('{}', 'text/plain');
    await post(large);
    await abandon(`${half}content-length: 99\r\n\r\n{"query":`);
  }
  await expect.poll(async () => requestsIn(await counts())).toBe(10 * N);
  const found = await counts();
  expect(found).toMatchObject({
    gateway_requests_in_flight: 0,
    [requests(200, 'query')]: 3 * N,
    [requests(499, 'none')]: N,
    [requests(413, 'none')]: N,
    [requests(415, 'none')]: N,
    [fetches('good', 'ok')]: N,
    [fetches('bad', 'errors')]: N,
    [errors('NOT_FOUND')]: N,
    [errors('GRAPHQL_VALIDATION_FAILED')]: N,
    [errors('GRAPHQL_PARSE_FAILED')]: N,
    [errors('REQUEST_TOO_LARGE')]: N,
    [errors('SUBGRAPH_TIMEOUT')]: N,
    'gateway_operation_duration_seconds_count{operation="Good"}': N,
    'gateway_operation_duration_seconds_count{operation="Slow"}': N,
    'gateway_operation_duration_seconds_count{operation="no name"}': N,
  });
});

it('A request whose client leaves is counted as such, and is no error of a subgraph', async () => {
  const before = await counts();
  const body = '{"query":"query Left { silent }"}';
  const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
  const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
  socket.write(`${head}content-length: ${body.length}\r\n\r\n${body}`);
  await expect.poll(() => running.fetched).toContain('silent');
  socket.destroy();
  await expect.poll(counts).toMatchObject({
    gateway_requests_in_flight: 0,
    [requests(499, 'query')]: 1,
    [fetches('silent', 'client_left')]: 1,
  });
  const unavailable = errors('SUBGRAPH_UNAVAILABLE');
  expect((await counts())[unavailable]).toBe(before[unavailable]);
});
