import type { ServerResponse } from 'node:http';
import { getOperationAST, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../gateway/execute.ts';
import { loadSupergraph, PLANNING_HERE } from '../../gateway/planning/plan-here.ts';
import { createSharedWork } from '../../gateway/shared-work.ts';
import { createHttpTransport } from '../../gateway/transport/http.ts';
import type { FetchTerms, Transport } from '../../gateway/transport/transport.ts';
import { type Actor, PUBLIC_ACTOR } from '../../platform/actor.ts';
import { fixtureSupergraph } from './support/gateways.ts';
import { serve } from './support/served.ts';

const QUERY: FetchTerms = { kind: 'query', deadline: Number.POSITIVE_INFINITY, signal: null };
const MUTATION: FetchTerms = { ...QUERY, kind: 'mutation' };
const STAFF: Actor = { subject: 'a', role: 'SCHOOL_STAFF', schools: ['90350010', '90350020'] };
const SAME_STAFF: Actor = { role: 'SCHOOL_STAFF', schools: ['90350020', '90350010'], subject: 'a' };
const OTHER_STAFF: Actor = { ...STAFF, schools: ['90350010'] };

/** A subgraph that answers when it is told to. */
async function holdingSubgraph() {
  const held: ServerResponse[] = [];
  const coming: (() => void)[] = [];
  const { url, close } = await serve((request, response) => {
    request.resume().on('end', () => {
      held.push(response);
      coming.shift()?.();
    });
  });
  return {
    url,
    close,
    /** Waits until it was asked so often. */
    async asked(times: number) {
      while (held.length < times) await new Promise<void>((resolve) => coming.push(resolve));
    },
    count: () => held.length,
    answer(which: number, data: object) {
      held[which]?.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
    },
  };
}

let subgraph: Awaited<ReturnType<typeof holdingSubgraph>>;
let transport: Transport;
beforeEach(async () => {
  subgraph = await holdingSubgraph();
  const { url } = subgraph;
  transport = createHttpTransport({ urlOf: () => url, secret: null, timeoutMs: 10_000 });
});
afterEach(async () => {
  await transport.close();
  await subgraph.close();
});

const ask = (
  query: string,
  { actor = PUBLIC_ACTOR, terms = QUERY }: { actor?: Actor; terms?: FetchTerms } = {},
) => transport.fetch('placements', { query }, { actor, requestId: 'shared-fetches' }, terms);

describe('identical queries that are under way at the same time', () => {
  it('are sent once, and each has objects of its own', async () => {
    const all = [ask('{ a }'), ask('{ a }'), ask('{ a }')];
    await subgraph.asked(1);
    subgraph.answer(0, { a: { b: 1 } });
    const [first, second, third] = await Promise.all(all);
    expect(subgraph.count()).toBe(1);
    for (const answer of [first, second, third]) expect(answer?.data).toEqual({ a: { b: 1 } });
    expect(first?.data?.a).not.toBe(second?.data?.a);
    expect(second?.data?.a).not.toBe(third?.data?.a);
  });

  it('are sent once for one actor, however they are written', async () => {
    const all = [ask('{ a }', { actor: STAFF }), ask('{ a }', { actor: SAME_STAFF })];
    await subgraph.asked(1);
    subgraph.answer(0, { a: 1 });
    await Promise.all(all);
    expect(subgraph.count()).toBe(1);
  });

  it.each([PUBLIC_ACTOR, OTHER_STAFF, { ...STAFF, subject: 'b' }])(
    'are sent apart for another actor: %o',
    async (actor) => {
      const all = [ask('{ a }', { actor: STAFF }), ask('{ a }', { actor })];
      await subgraph.asked(2);
      subgraph.answer(0, { a: 1 });
      subgraph.answer(1, { a: 2 });
      const answers = await Promise.all(all);
      expect(answers.map(({ data }) => data?.a).sort()).toEqual([1, 2]);
    },
  );

  it('go on when the first to ask leaves', async () => {
    const leaving = new AbortController();
    const first = ask('{ a }', { terms: { ...QUERY, signal: leaving.signal } });
    const second = ask('{ a }');
    await subgraph.asked(1);
    leaving.abort();
    await expect(first).rejects.toMatchObject({ isClient: true });
    subgraph.answer(0, { a: 1 });
    expect((await second).data).toEqual({ a: 1 });
  });

  it('go on for who still waits, though the time of one that left is over, too', async () => {
    const leaving = new AbortController();
    const deadline = performance.now() + 100;
    const first = ask('{ a }', { terms: { ...QUERY, signal: leaving.signal, deadline } });
    const second = ask('{ a }');
    const third = ask('{ other }', { terms: { ...QUERY, deadline: deadline + 10 } });
    await subgraph.asked(2);
    leaving.abort();
    await expect(first).rejects.toMatchObject({ isClient: true });
    await expect(third).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    subgraph.answer(0, { a: 1 });
    expect((await second).data).toEqual({ a: 1 });
  });

  it('are ended when all have left, and asked anew by the next', async () => {
    const leaving = new AbortController();
    const terms = { ...QUERY, signal: leaving.signal };
    const both = [ask('{ a }', { terms }), ask('{ a }', { terms })];
    await subgraph.asked(1);
    leaving.abort();
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    const next = ask('{ a }');
    await subgraph.asked(2);
    subgraph.answer(1, { a: 2 });
    expect((await next).data).toEqual({ a: 2 });
  });
});

describe('a query that is long under way', () => {
  it('is not joined, so that one that hangs is asked anew', async () => {
    let now = 0;
    const shared = createSharedWork<string>(() => now);
    let started = 0;
    const join = () => {
      const vouched = { actor: STAFF, requestId: 'r' };
      return shared({ where: 'a', what: '{}', vouched, kind: 'query' }, { onGivenUp() {} }, () => {
        started += 1;
        const answer = started === 1 ? new Promise<string>(() => {}) : Promise.resolve('anew');
        return { answer, abort() {} };
      });
    };
    void join();
    now = 999;
    void join();
    expect(started).toBe(1);
    now = 1_000;
    expect(await join()).toBe('anew');
    expect(started).toBe(2);
  });
});

describe('a mutation', () => {
  it('is sent as often as it is asked', async () => {
    const all = [
      ask('mutation { a }', { terms: MUTATION }),
      ask('mutation { a }', { terms: MUTATION }),
    ];
    await subgraph.asked(2);
    subgraph.answer(0, { a: 1 });
    subgraph.answer(1, { a: 2 });
    await Promise.all(all);
  });

  it('parts the queries before it from those after it', async () => {
    const before = ask('{ a }');
    await subgraph.asked(1);
    const mutation = ask('mutation { a }', { terms: MUTATION });
    await subgraph.asked(2);
    subgraph.answer(1, { a: 'changed' });
    await mutation;
    const after = ask('{ a }');
    await subgraph.asked(3);
    subgraph.answer(2, { a: 'new' });
    subgraph.answer(0, { a: 'old' });
    expect([(await before).data, (await after).data]).toEqual([{ a: 'old' }, { a: 'new' }]);
  });
});

describe('identical operations that are under way at the same time', () => {
  const document = parse('query Student($id: ID!) { student(id: $id) { name } }');

  /** Asks with each of these ids before a subgraph has answered any. */
  async function askAtOnce(ids: readonly string[], actors: readonly Actor[]) {
    const asked: unknown[] = [];
    const waiting: (() => void)[] = [];
    const slow: Transport = {
      async fetch(_subgraph, { variables }) {
        asked.push(variables?.id);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return { data: { student: { name: `Student ${variables?.id}` } } };
      },
      async close() {},
    };
    const definition = getOperationAST(document);
    if (!definition) throw new Error('There is no operation.');
    const engine = createEngine(loadSupergraph(fixtureSupergraph()), slow, {
      planning: PLANNING_HERE,
      costLimit: 100,
    });
    const prepared = engine({ document, definition, length: 1 });
    const answers = ids.map((id, index) =>
      prepared({
        variables: { id },
        vouched: { actor: actors[index] ?? PUBLIC_ACTOR, requestId: `request-${index}` },
        deadline: Number.POSITIVE_INFINITY,
        signal: null,
        observation: null,
      }),
    );
    await vi.waitUntil(
      () => asked.length === new Set(ids.map((id, at) => `${id} ${actors[at]?.schools}`)).size,
    );
    for (const answer of waiting) answer();
    return { asked, data: (await Promise.all(answers)).map(({ data }) => data) };
  }
  const named = (id: string) => `{"student":{"name":"Student ${id}"}}`;

  it('are executed once for the same variables', async () => {
    const { asked, data } = await askAtOnce(['a', 'a', 'b', 'a'], []);
    expect(asked.sort()).toEqual(['a', 'b']);
    expect(data).toEqual(['a', 'a', 'b', 'a'].map(named));
  });

  it('asks subgraphs as nobody who waits, for a client that has left before', async () => {
    const left: (boolean | undefined)[] = [];
    const transport: Transport = {
      async fetch(_subgraph, _request, _vouched, { signal }) {
        left.push(signal?.aborted);
        return { data: { student: null } };
      },
      async close() {},
    };
    const definition = getOperationAST(document);
    if (!definition) throw new Error('There is no operation.');
    const engine = createEngine(loadSupergraph(fixtureSupergraph()), transport, {
      planning: PLANNING_HERE,
    });
    await engine({ document, definition, length: 1 })({
      variables: { id: 'a' },
      vouched: { actor: PUBLIC_ACTOR, requestId: 'left-before' },
      deadline: Number.POSITIVE_INFINITY,
      signal: AbortSignal.abort(),
      observation: null,
    });
    expect(left).toEqual([true]);
  });

  it('are executed apart for another actor', async () => {
    const { asked } = await askAtOnce(['a', 'a'], [STAFF, OTHER_STAFF]);
    expect(asked).toEqual(['a', 'a']);
  });
});
