import { afterEach, describe, expect, it } from 'vitest';
import { createObserver, type Observer } from '../../gateway/observe/observer.ts';
import { createRequestLog } from '../../gateway/observe/request-log.ts';
import { finish, HASH, named, REQUEST } from './support/observed.ts';

const OPERATION_COUNTS = /^gateway_operation_duration_seconds_count\{operation="(.*)"\} (\d+)$/gm;

const written: string[] = [];
const observers: Observer[] = [];

function observe(): Observer {
  const requestLog = createRequestLog((text) => written.push(text));
  const observer = createObserver({ requestLog, tracing: null });
  observers.push(observer);
  return observer;
}

/** What it logged, once it has stopped. */
async function linesOf(observer: Observer): Promise<readonly Record<string, unknown>[]> {
  await observer.stop();
  return written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

afterEach(async () => {
  for (const observer of observers.splice(0)) await observer.stop();
  written.length = 0;
});

describe('metrics', () => {
  it('count requests by status and kind, in buckets that add up', () => {
    const observer = observe();
    finish(observer.begin(REQUEST));
    finish(observer.begin(REQUEST));
    finish(observer.begin(REQUEST), { status: 401, operation: null });
    const text = observer.metrics.text();
    const family = 'gateway_request_duration_seconds';
    expect(text).toContain(`# TYPE ${family} histogram\n`);
    expect(text).toContain(`${family}_bucket{status="200",kind="query",le="15"} 2\n`);
    expect(text).toContain(`${family}_bucket{status="200",kind="query",le="+Inf"} 2\n`);
    expect(text).toContain(`${family}_count{status="200",kind="query"} 2\n`);
    expect(text).toContain(`${family}_count{status="401",kind="none"} 1\n`);
  });

  it('count fetches by subgraph and what became of them', () => {
    const observer = observe();
    const request = observer.begin(REQUEST);
    request.fetch('placements').ended('ok');
    request.fetch('placements').ended('SUBGRAPH_TIMEOUT');
    finish(request);
    const text = observer.metrics.text();
    const family = 'gateway_subgraph_fetch_duration_seconds_count';
    expect(text).toContain(`${family}{subgraph="placements",outcome="ok"} 1\n`);
    expect(text).toContain(`${family}{subgraph="placements",outcome="SUBGRAPH_TIMEOUT"} 1\n`);
  });

  it('count errors by code, retries, plans and what is under way', () => {
    const observer = observe();
    observer.metrics.retried('placements');
    observer.metrics.watchDocuments(() => 7);
    observer.metrics.left('placements', true);
    finish(observer.begin(REQUEST), { codes: ['NOT_FOUND', 'NOT_FOUND'] });
    observer.begin(REQUEST).planned(3);
    const lines = observer.metrics.text().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'gateway_errors_total{code="NOT_FOUND"} 2',
        'gateway_subgraph_retries_total{subgraph="placements"} 1',
        'gateway_subgraph_breaker_open{subgraph="placements"} 1',
        'gateway_plan_duration_seconds_bucket{le="0.0025"} 0',
        'gateway_plan_duration_seconds_bucket{le="0.005"} 1',
        'gateway_plan_duration_seconds_count 1',
        'gateway_documents_kept 7',
        'gateway_requests_in_flight 1',
      ]),
    );
  });

  it('tell as many names of operations apart as they can bear', () => {
    const observer = observe();
    for (let number = 0; number < 1_000; number += 1)
      finish(observer.begin(REQUEST), named(`Operation${number}`));
    finish(observer.begin(REQUEST), named('Operation0'));
    finish(observer.begin(REQUEST), named(null));
    finish(observer.begin(REQUEST), named('x'.repeat(10_000)));
    const counts = new Map(
      [...observer.metrics.text().matchAll(OPERATION_COUNTS)].map(([, name, count]) => [
        name,
        Number(count),
      ]),
    );
    expect(counts.size).toBe(202);
    expect(counts.get('Operation0')).toBe(2);
    expect(counts.get('no name')).toBe(1);
    expect(counts.get('any other')).toBe(801);
  });

  it('leave names for those who are signed in, however many others make up', () => {
    const observer = observe();
    for (let number = 0; number < 1_000; number += 1)
      finish(observer.begin(REQUEST), { ...named(`MadeUp${number}`), role: 'PUBLIC' });
    finish(observer.begin(REQUEST), named('Journey'));
    finish(observer.begin(REQUEST), { ...named('Journey'), role: 'PUBLIC' });
    const counts = new Map(
      [...observer.metrics.text().matchAll(OPERATION_COUNTS)].map(([, name, count]) => [
        name,
        Number(count),
      ]),
    );
    expect(counts.size).toBe(102);
    expect(counts.get('Journey')).toBe(2);
    expect(counts.get('any other')).toBe(900);
  });

  it('write labels with the three escapes of the format, and no other', () => {
    const observer = observe();
    observer.metrics.retried('a"b\\c\nd\te');
    expect(observer.metrics.text()).toContain('{subgraph="a\\"b\\\\c\\nd\te"} 1\n');
  });

  it('tell of the process', () => {
    const text = observe().metrics.text();
    expect(text).toMatch(/^process_cpu_seconds_total \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
  });

  it('are lines of the text format, each metric described once', () => {
    const observer = observe();
    const request = observer.begin(REQUEST);
    request.fetch('a"b\\c').ended('ok');
    finish(request);
    const lines = observer.metrics.text().trimEnd().split('\n');
    const samples = lines.filter((line) => !line.startsWith('#'));
    const types = lines.filter((line) => line.startsWith('# TYPE'));
    expect(new Set(types).size).toBe(types.length);
    for (const sample of samples)
      expect(sample).toMatch(/^[a-z_0-9]+(\{([a-z]+="(\\.|[^"\\])*",?)+\})? [\d.e+-]+$/);
  });
});

describe('the log of requests', () => {
  it('has a line for each, which names the operation and the role', async () => {
    const observer = observe();
    finish(observer.begin(REQUEST), { codes: ['NOT_FOUND', 'NOT_FOUND'] });
    expect(await linesOf(observer)).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        pid: process.pid,
        hostname: expect.any(String),
        requestId: 'request-0001',
        status: 200,
        role: 'SCHOOL_STAFF',
        operation: 'Journey',
        kind: 'query',
        hash: HASH,
        codes: ['NOT_FOUND'],
        ms: expect.any(Number),
        msg: 'A request was answered.',
      },
    ]);
  });

  it('names no operation where there was none', async () => {
    const observer = observe();
    finish(observer.begin(REQUEST), { status: 400, operation: null, codes: ['BAD_REQUEST'] });
    const [line] = await linesOf(observer);
    expect(line).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    expect(line).not.toHaveProperty('operation');
  });

  it('writes whole lines at once, in pieces that no other process can break', async () => {
    const observer = observe();
    for (let number = 0; number < 100; number += 1)
      finish(observer.begin(REQUEST), named('x'.repeat(300)));
    expect(await linesOf(observer)).toHaveLength(100);
    expect(written.length).toBeLessThan(25);
    for (const text of written) {
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});
