import { SpanStatusCode } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  InMemorySpanExporter,
  ParentBasedSampler,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createObserver } from '../../gateway/observe/observer.ts';
import { startOtel } from '../../gateway/observe/otel.ts';
import { createBeginTrace } from '../../gateway/observe/tracing.ts';
import { collectingLog } from './support/gateways.ts';
import { finish, HASH, named, REQUEST } from './support/observed.ts';
import { serve } from './support/served.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const SAMPLED = `00-${TRACE}-${CALLER}-01`;
const NOT_SAMPLED = `00-${TRACE}-${CALLER}-00`;

const exporter = new InMemorySpanExporter();
const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
const stop = async () => {};
const tracing = { begin: createBeginTrace(provider.getTracer('test')), stop };
const traced = createObserver({ requestLog: null, tracing });
const untraced = createObserver({ requestLog: null, tracing: null });
const spans = () => exporter.getFinishedSpans();
const spanOf = (name: string) => spans().find((span) => span.name === name);

beforeEach(() => exporter.reset());
afterAll(() => Promise.all([traced.stop(), untraced.stop()]));

describe('a trace', () => {
  it('has the request, its plan and its fetches, one within the other', () => {
    const request = traced.begin(REQUEST);
    request.planned(2);
    request.fetch('placements').ended('ok');
    finish(request);
    const [plan, fetched, whole] = spans();
    expect(spans().map(({ name }) => name)).toEqual([
      'graphql plan',
      'subgraph fetch placements',
      'graphql Journey',
    ]);
    const { spanId } = whole?.spanContext() ?? {};
    expect([plan?.parentSpanContext?.spanId, fetched?.parentSpanContext?.spanId]).toEqual([
      spanId,
      spanId,
    ]);
  });

  it('names the operation and its hash, and nothing that was asked', () => {
    finish(traced.begin(REQUEST));
    expect(spanOf('graphql Journey')?.attributes).toEqual({
      'http.response.status_code': 200,
      'graphql.request.id': REQUEST.id,
      'graphql.actor.role': 'SCHOOL_STAFF',
      'graphql.operation.name': 'Journey',
      'graphql.operation.type': 'query',
      'graphql.document.sha256': HASH,
    });
  });

  it('has no more of a long name than two hundred letters', () => {
    finish(traced.begin(REQUEST), named('x'.repeat(60_000)));
    const [whole] = spans();
    const cut = 'x'.repeat(200);
    expect([whole?.name, whole?.attributes['graphql.operation.name']]).toEqual([
      `graphql ${cut}`,
      cut,
    ]);
  });

  it('is of no operation where the request became none', () => {
    finish(traced.begin(REQUEST), { status: 400, operation: null, codes: ['BAD_REQUEST'] });
    finish(traced.begin(REQUEST), named(null));
    expect(spans().map(({ name }) => name)).toEqual(['graphql', 'graphql']);
  });

  it('fails by what broke, and not by what a caller did', () => {
    finish(traced.begin(REQUEST), { codes: ['NOT_FOUND'] });
    expect(spanOf('graphql Journey')?.status.code).toBe(SpanStatusCode.UNSET);
    exporter.reset();
    const request = traced.begin(REQUEST);
    request.fetch('placements').ended('SUBGRAPH_TIMEOUT');
    finish(request, { codes: ['NOT_FOUND', 'SUBGRAPH_TIMEOUT'] });
    for (const span of spans()) {
      expect(span.status.code).toBe(SpanStatusCode.ERROR);
      expect(span.attributes['error.type']).toBe('SUBGRAPH_TIMEOUT');
    }
  });

  it("goes on with the caller's", () => {
    const request = traced.begin({ ...REQUEST, traceparent: SAMPLED });
    const fetch = request.fetch('placements');
    fetch.ended('ok');
    finish(request);
    const whole = spanOf('graphql Journey');
    const fetched = spanOf('subgraph fetch placements');
    expect(whole?.parentSpanContext?.spanId).toBe(CALLER);
    expect(whole?.spanContext().traceId).toBe(TRACE);
    expect(fetch.traceparent).toBe(`00-${TRACE}-${fetched?.spanContext().spanId}-01`);
  });

  it('is not recorded where the caller does not want it, which the subgraphs learn', () => {
    const request = traced.begin({ ...REQUEST, traceparent: NOT_SAMPLED });
    const fetch = request.fetch('placements');
    fetch.ended('ok');
    finish(request);
    expect(spans()).toEqual([]);
    expect(fetch.traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`));
  });

  it('that begins here is recorded as our own share says', async () => {
    const sampler = new ParentBasedSampler({ root: new AlwaysOffSampler() });
    const processors = [new SimpleSpanProcessor({ exporter })];
    const none = new TracerProvider({ sampler, spanProcessors: processors }).getTracer('none');
    const observer = createObserver({
      requestLog: null,
      tracing: { begin: createBeginTrace(none), stop },
    });
    finish(observer.begin(REQUEST));
    expect(spans()).toEqual([]);
    finish(observer.begin({ ...REQUEST, traceparent: SAMPLED }));
    expect(spans()).toHaveLength(1);
    await observer.stop();
  });
});

describe('without a collector', () => {
  const passedOn = (traceparent: string | undefined) => {
    const request = untraced.begin({ ...REQUEST, traceparent });
    const fetch = request.fetch('placements');
    fetch.ended('ok');
    finish(request);
    return fetch.traceparent;
  };

  it("the caller's traceparent goes on to the subgraphs", () => {
    expect(passedOn(SAMPLED)).toBe(SAMPLED);
    expect(passedOn(NOT_SAMPLED)).toBe(NOT_SAMPLED);
  });

  it('one of a later version goes on as far as it is known', () => {
    expect(passedOn(`01-${TRACE}-${CALLER}-03-what-comes-after`)).toBe(SAMPLED);
  });

  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['a broken one', `00-${TRACE}-${CALLER}`],
    ['one in capitals', SAMPLED.toUpperCase()],
    ['one with more behind', `${SAMPLED}-more`],
    ['one with a line behind', `${SAMPLED}\r\nx: y`],
    ['one of no version', `ff-${TRACE}-${CALLER}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${CALLER}-01`],
    ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ])('%s goes no further', (_what, traceparent) => {
    expect(passedOn(traceparent)).toBeNull();
  });
});

describe('a collector', () => {
  const settings = { serviceName: 'gateway', share: 1 };

  it('is sent the spans by the time of the stop', async () => {
    const sent: { path: string | undefined; body: string }[] = [];
    const collector = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        sent.push({ path: request.url, body: Buffer.concat(chunks).toString() });
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    const { log, lines } = collectingLog();
    const endpoint = `${new URL(collector.url).origin}/`;
    const tracing = await startOtel({ ...settings, endpoint, log });
    const observer = createObserver({ requestLog: null, tracing });
    finish(observer.begin(REQUEST));
    await observer.stop();
    await collector.close();
    expect(sent.map(({ path }) => path)).toEqual(['/v1/traces']);
    expect(sent[0]?.body).toContain('"graphql Journey"');
    expect(sent[0]?.body).toContain('"service.name"');
    expect(lines).toEqual([]);
  });

  it('that refuses them is a line in the log', async () => {
    const collector = await serve((_request, response) => response.writeHead(400).end('no'));
    const { log, lines } = collectingLog();
    const tracing = await startOtel({ ...settings, endpoint: new URL(collector.url).origin, log });
    const observer = createObserver({ requestLog: null, tracing });
    finish(observer.begin(REQUEST));
    await observer.stop();
    await collector.close();
    expect(lines.map(({ said }) => said)).toEqual(['Spans could not be sent to the collector.']);
  });
});
