import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GUARD_LIMITS } from '../../gateway/transport/guard.ts';
import { Leaving } from '../../gateway/transport/leaving.ts';
import { createLocalTransport } from '../../gateway/transport/local.ts';
import { PUBLIC_ACTOR } from '../../platform/actor.ts';
import type { SubgraphResponse } from '../../platform/subgraph.ts';

const TIMEOUT_MS = 10_000;
const MANY = 20;
const ANSWER = { data: { hours: 'hours' } };

const isAlone = vi.fn();
const execute = vi.fn<() => Promise<SubgraphResponse>>();
const hang = () => new Promise<SubgraphResponse>(() => {});

const transportOf = (guardLimits = GUARD_LIMITS) =>
  createLocalTransport({
    subgraphs: new Map([['placements', { execute }]]),
    timeoutMs: TIMEOUT_MS,
    guardLimits,
    watch: { retried() {}, left: isAlone },
  });
type Local = ReturnType<typeof transportOf>;

/** What it answered, or how it failed. */
const ask = (local: Local, signal: Leaving | null = null) =>
  local
    .fetch(
      'placements',
      { query: '{ hours }' },
      { actor: PUBLIC_ACTOR, requestId: 'r' },
      { kind: 'query', deadline: Number.POSITIVE_INFINITY, signal },
    )
    .catch(({ code, why }: { code: string; why: string }) => ({ code, why }));

beforeEach(() => {
  vi.useFakeTimers();
  isAlone.mockClear();
  execute.mockReset();
});
afterEach(() => void vi.useRealTimers());

describe('a subgraph of this process that hangs', () => {
  it('is left alone, and asked again soon after it answers', async () => {
    const local = transportOf();
    execute.mockImplementation(hang);
    const asked = Array.from({ length: MANY }, () => ask(local));
    await vi.advanceTimersByTimeAsync(GUARD_LIMITS.lateMs);
    expect(isAlone).toHaveBeenLastCalledWith('placements', true);
    expect(await ask(local)).toEqual({
      code: 'SUBGRAPH_UNAVAILABLE',
      why: 'It failed too often and is left alone for a moment.',
    });
    expect(execute).toHaveBeenCalledTimes(MANY);

    execute.mockResolvedValue(ANSWER);
    await vi.advanceTimersByTimeAsync(GUARD_LIMITS.restMs);
    expect(await ask(local)).toEqual(ANSWER);
    expect(isAlone).toHaveBeenLastCalledWith('placements', false);
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    for (const answer of await Promise.all(asked))
      expect(answer).toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  });
});

describe('what a subgraph of this process does at a time', () => {
  const limits = { ...GUARD_LIMITS, concurrent: 2, waiting: 1 };

  it('is bounded, and so is what waits for it', async () => {
    const local = transportOf(limits);
    execute.mockImplementation(hang);
    const waiting = Array.from({ length: 3 }, () => ask(local));
    expect(await ask(local)).toEqual({
      code: 'SUBGRAPH_UNAVAILABLE',
      why: 'Too many requests wait for it.',
    });
    expect(execute).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    for (const answer of await Promise.all(waiting))
      expect(answer).toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  });

  it('counts what a client that left has begun, for nobody can end it', async () => {
    const local = transportOf(limits);
    execute.mockImplementation(hang);
    const clients = Array.from({ length: limits.concurrent }, () => new Leaving());
    const left = clients.map((client) => ask(local, client));
    for (const client of clients) client.leave();
    await Promise.all(left);
    const next = ask(local);
    await vi.advanceTimersByTimeAsync(GUARD_LIMITS.lateMs - 1);
    expect(execute).toHaveBeenCalledTimes(limits.concurrent);
    execute.mockResolvedValue(ANSWER);
    await vi.advanceTimersByTimeAsync(1);
    await next;
    expect(await ask(local)).toEqual(ANSWER);
  });

  it('is not begun for a client that left while it waited for its turn', async () => {
    const local = transportOf({ ...limits, concurrent: 1 });
    let answer: (answer: SubgraphResponse) => void = () => {};
    execute.mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const first = ask(local);
    const client = new Leaving();
    const second = ask(local, client);
    client.leave();
    expect(await second).toMatchObject({ why: 'The client left.' });
    answer(ANSWER);
    expect(await first).toEqual(ANSWER);
    await vi.advanceTimersByTimeAsync(0);
    expect(execute).toHaveBeenCalledTimes(1);
  });
});
