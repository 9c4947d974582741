import { createHash } from 'node:crypto';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BODY_LIMIT_BYTES } from '../../gateway/limits.ts';
import type { Ended } from '../../gateway/observe/ended.ts';
import { createBeginTrace } from '../../gateway/observe/tracing.ts';
import { compose, httpTransport, localTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

const JOURNEY =
  'query Journey($id: ID!) { student(id: $id) { nickname(secret: "literal") placements { id } } }';
const SDL_CALL = 'query Journey($id: ID!) { student(id: $id) { name placements { id } } }';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;

const exporter = new InMemorySpanExporter();
const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
const logged: Ended[] = [];

let running: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  running = await startGateway({
    transport: localTransport(),
    observe: {
      requestLog: { request: (_id, _ms, ended) => void logged.push(ended), stop() {} },
      tracing: { begin: createBeginTrace(provider.getTracer('test')), async stop() {} },
    },
  });
});
beforeEach(() => {
  logged.length = 0;
  exporter.reset();
});
afterAll(() => running.gateway.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${running.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('each request is seen once', () => {
  const operation = {
    name: 'Journey',
    kind: 'query',
    hash: createHash('sha256').update(SDL_CALL).digest('hex'),
  };

  it('the first of an operation, and those that go around the pipeline', async () => {
    const variables = { id: 's-1' };
    for (let number = 0; number < 3; number += 1) await running.ask(SDL_CALL, { variables });
    const seen = { status: 200, role: 'PUBLIC', operation, codes: [] };
    expect(logged).toEqual([seen, seen, seen]);
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual([
      'graphql plan',
      'subgraph fetch students-and-mycap',
      'subgraph fetch placements',
      'graphql Journey',
      ...Array.from({ length: 2 }).flatMap(() => [
        'subgraph fetch students-and-mycap',
        'subgraph fetch placements',
        'graphql Journey',
      ]),
    ]);
  });

  it.each([
    ['no JSON', '{"query":', 400, ['BAD_REQUEST']],
    ['a batch', '[]', 400, ['BAD_REQUEST']],
    ['no GraphQL', JSON.stringify({ query: '{' }), 200, ['GRAPHQL_PARSE_FAILED']],
    ['invalid', JSON.stringify({ query: '{ nothing }' }), 200, ['GRAPHQL_VALIDATION_FAILED']],
    ['too deep', JSON.stringify({ query: deep() }), 200, ['DOCUMENT_TOO_DEEP']],
    ['too large', ' '.repeat(BODY_LIMIT_BYTES + 1), 413, ['REQUEST_TOO_LARGE']],
  ])('one that is %s', async (_what, body, status, codes) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(logged).toEqual([{ status, role: 'PUBLIC', operation: null, codes }]);
    expect(response.headers.get('server-timing')).toMatch(/^total;dur=/);
  });

  it('one with errors beside its data, known or new', async () => {
    const query = '{ missing { id } broken whoAmI { role } }';
    for (let number = 0; number < 2; number += 1) await running.ask(query);
    const codes = ['NOT_FOUND', 'INTERNAL'];
    for (const { codes: found } of logged) expect([...found].sort()).toEqual([...codes].sort());
    expect(logged).toHaveLength(2);
  });
});

it('no span has a literal, a variable or a token', async () => {
  const query = 'query Born { born(on: "1999-12-31") }';
  await running.ask(query);
  await running.ask(JOURNEY, {
    variables: { id: 'secret-id' },
    headers: { 'x-request-id': 'seen-0001' },
  });
  const said = JSON.stringify(
    exporter.getFinishedSpans().map(({ name, attributes, events }) => [name, attributes, events]),
  );
  expect(said).toContain('graphql Born');
  expect(said).not.toMatch(/1999|secret|literal/);
});

it('the answer says where its time went', async () => {
  const { headers } = await running.ask('{ whoAmI { role } }');
  expect(headers.get('server-timing')).toMatch(
    /^total;dur=[\d.]+(, plan;dur=[\d.]+)?, subgraphs;dur=[\d.]+$/,
  );
});

it("the caller's traceparent reaches the subgraphs without any collector, and nothing else does", async () => {
  const heard: (string | undefined)[] = [];
  const subgraph = await serve((request, response) => {
    heard.push(request.headers.traceparent?.toString(), request.headers.tracestate?.toString());
    response.setHeader('content-type', 'application/json').end('{"data":{"greeting":"hello"}}');
  });
  const { gateway, ask } = await startGateway({
    supergraph: { sdl: compose({ placements: 'type Query { greeting: String }' }) },
    transport: httpTransport(new Map([['placements', subgraph.url]])),
  });
  await ask('{ greeting }', { headers: { traceparent: TRACEPARENT, tracestate: 'a=b' } });
  await ask('{ greeting }', { headers: { traceparent: 'not one' } });
  await gateway.close();
  await subgraph.close();
  expect(heard).toEqual([TRACEPARENT, undefined, undefined, undefined]);
});

it('a subgraph that is down is counted: its failures, their retries, and that it is left alone', async () => {
  const { gateway, ask, origin } = await startGateway({
    supergraph: { sdl: compose({ placements: 'type Query { greeting: String }' }) },
    transport: httpTransport(new Map()),
  });
  const metrics = async () => (await fetch(`${origin}/metrics`)).text();
  for (let number = 0; number < 40; number += 1) await ask('{ greeting }');
  const text = await metrics();
  await gateway.close();
  expect(text).toMatch(
    /^gateway_subgraph_fetch_duration_seconds_count\{subgraph="placements",outcome="SUBGRAPH_UNAVAILABLE"\} 40$/m,
  );
  expect(text).toMatch(/^gateway_errors_total\{code="SUBGRAPH_UNAVAILABLE"\} 40$/m);
  expect(text).toMatch(/^gateway_subgraph_retries_total\{subgraph="placements"\} [1-9]/m);
  expect(text).toMatch(/^gateway_subgraph_breaker_open\{subgraph="placements"\} 1$/m);
  expect(text).toMatch(/^gateway_documents_kept 1$/m);
});

function deep(): string {
  return `{ student(id: "s") ${'{ id '.repeat(40)}${'}'.repeat(40)} }`;
}
