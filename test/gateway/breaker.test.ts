import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { badResponse, clientLeft, timedOut } from '../../gateway/transport/failure.ts';
import { createGuard, GUARD_LIMITS } from '../../gateway/transport/guard.ts';

const { concurrent, waiting, lateMs, restMs, trialMs } = GUARD_LIMITS;
const TIMEOUT_MS = 10_000;
/** More failures than a breaker ever lets pass. */
const MANY = 20;
const QUERY = { kind: 'query', deadline: Infinity, signal: null } as const;
const MUTATION = { ...QUERY, kind: 'mutation' } as const;

const isAlone = vi.fn();
const lastSaid = () => isAlone.mock.lastCall?.[1];
let guard: ReturnType<typeof createGuard>;

beforeEach(() => {
  vi.useFakeTimers();
  isAlone.mockClear();
  guard = createGuard('placements', GUARD_LIMITS, { retried() {}, left: isAlone });
});
afterEach(() => void vi.useRealTimers());

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const late = async (ms: number) => {
  await after(ms);
  return 'answer';
};
/** Accepts, and never answers. */
const hang = async () => {
  await after(TIMEOUT_MS);
  throw timedOut('placements', 'late');
};
const fail = async () => {
  throw badResponse('placements', 'garbage');
};
const work = async () => 'answer';
const outcome = (asked: Promise<unknown>) => asked.catch((error: { code: string }) => error.code);

/** It fails until it is left alone, and has rested since. */
async function leftAlone() {
  for (let times = 0; times < MANY; times += 1) await outcome(guard(QUERY, fail));
  expect(lastSaid()).toBe(true);
  await vi.advanceTimersByTimeAsync(restMs);
}

it('a trial that is not answered in time leaves the subgraph alone again', async () => {
  await leftAlone();
  const trial = outcome(guard(QUERY, hang));
  await vi.advanceTimersByTimeAsync(trialMs);
  const sent = vi.fn(work);
  expect(await outcome(guard(QUERY, sent))).toBe('SUBGRAPH_UNAVAILABLE');
  expect(sent).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await trial).toBe('SUBGRAPH_TIMEOUT');
});

it('a black hole is asked again within ten seconds of its end, however long its clients wait', async () => {
  await leftAlone();
  // A trial that took as long as its client would have just begun.
  for (let ms = 0; ms < 2 * (TIMEOUT_MS + restMs) + 500; ms += 100) {
    void outcome(guard(QUERY, hang));
    await vi.advanceTimersByTimeAsync(100);
  }
  const ended = Date.now();
  while (lastSaid() === true) {
    void outcome(guard(QUERY, work));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(Date.now() - ended).toBeLessThan(10_000);
  expect(await guard(QUERY, work)).toBe('answer');
});

it('a second of hanging under load is over within ten, though all seats are taken', async () => {
  const asked = Array.from({ length: concurrent + waiting }, () => outcome(guard(QUERY, hang)));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await outcome(guard(QUERY, work))).toBe('SUBGRAPH_UNAVAILABLE');
  await vi.advanceTimersByTimeAsync(lateMs);
  expect(lastSaid()).toBe(true);
  await vi.advanceTimersByTimeAsync(restMs);
  expect(await guard(QUERY, work)).toBe('answer');
  expect(lateMs + restMs + trialMs).toBeLessThan(TIMEOUT_MS);
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  const told = await Promise.all(asked);
  expect(told.filter((code) => code === 'SUBGRAPH_TIMEOUT')).toHaveLength(concurrent);
  expect(lastSaid()).toBe(false);
});

it('an answer that is late is delivered, and ends the rest', async () => {
  const asked = Array.from({ length: MANY }, () => guard(QUERY, () => late(lateMs + 1_000)));
  await vi.advanceTimersByTimeAsync(lateMs);
  expect(lastSaid()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await Promise.all(asked)).toEqual(asked.map(() => 'answer'));
  expect(lastSaid()).toBe(false);
});

it.each([-3_600_000, 3_600_000])('a clock that is set %i ms off changes no rest', async (ms) => {
  for (let times = 0; times < MANY; times += 1) await outcome(guard(QUERY, fail));
  vi.setSystemTime(Date.now() + ms);
  expect(await outcome(guard(QUERY, work))).toBe('SUBGRAPH_UNAVAILABLE');
  await vi.advanceTimersByTimeAsync(restMs);
  expect(await guard(QUERY, work)).toBe('answer');
  expect(lastSaid()).toBe(false);
});

it('a clock that is set back does not let good times count for ever', async () => {
  const work100 = async () => {
    for (let times = 0; times < 5 * MANY; times += 1) await guard(QUERY, work);
  };
  await work100();
  vi.setSystemTime(Date.now() - 3_600_000);
  await work100();
  for (let ms = 0; ms < 8_000; ms += 200) {
    await outcome(guard(QUERY, fail));
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(isAlone).toHaveBeenCalledWith('placements', true);
});

it('whoever asks while a trial is under way waits for what it shows', async () => {
  await leftAlone();
  const trial = guard(QUERY, () => late(1_000));
  const meanwhile = guard(QUERY, work);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await Promise.all([trial, meanwhile])).toEqual(['answer', 'answer']);
});

it('the answer to a trial that comes late is delivered, and the subgraph is asked again', async () => {
  await leftAlone();
  const trial = guard(QUERY, () => late(trialMs + 1_000));
  await vi.advanceTimersByTimeAsync(trialMs);
  expect(await outcome(guard(QUERY, work))).toBe('SUBGRAPH_UNAVAILABLE');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await trial).toBe('answer');
  expect(lastSaid()).toBe(false);
  expect(await guard(QUERY, work)).toBe('answer');
  // What failed before is forgotten: it takes as many to be left alone again.
  expect(await outcome(guard(QUERY, fail))).toBe('SUBGRAPH_BAD_RESPONSE');
  expect(await guard(QUERY, work)).toBe('answer');
});

it('a late answer ends the trial that is under way then', async () => {
  await leftAlone();
  void guard(QUERY, () => late(trialMs + restMs + 1_000));
  await vi.advanceTimersByTimeAsync(trialMs + restMs);
  const second = guard(QUERY, () => late(TIMEOUT_MS - 1));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lastSaid()).toBe(false);
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await second).toBe('answer');
  expect(lastSaid()).toBe(false);
});

it('a mutation that is a trial is sent once, however late it is', async () => {
  await leftAlone();
  const sent = vi.fn(() => late(trialMs + 1));
  const trial = guard(MUTATION, sent);
  await vi.advanceTimersByTimeAsync(trialMs + 1);
  expect(await trial).toBe('answer');
  expect(sent).toHaveBeenCalledTimes(1);
});

it('a client that leaves during a trial has shown nothing', async () => {
  await leftAlone();
  const leave = async () => {
    throw clientLeft('placements');
  };
  await outcome(guard(QUERY, leave));
  expect(lastSaid()).toBe(true);
  await vi.advanceTimersByTimeAsync(restMs);
  expect(await guard(QUERY, work)).toBe('answer');
  expect(lastSaid()).toBe(false);
});

it('what was sent into a trouble says nothing once that is over', async () => {
  const stuck = Array.from({ length: MANY }, () => outcome(guard(QUERY, hang)));
  await leftAlone();
  expect(await guard(QUERY, work)).toBe('answer');
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await Promise.all(stuck)).toEqual(stuck.map(() => 'SUBGRAPH_TIMEOUT'));
  expect(lastSaid()).toBe(false);
});

it('what had too little time left says nothing of a subgraph', async () => {
  const hurry = async () => {
    await after(trialMs / 2);
    throw timedOut('placements', 'The time of the request was over.');
  };
  const asked = Array.from({ length: MANY }, () => outcome(guard(QUERY, hurry)));
  await vi.advanceTimersByTimeAsync(trialMs);
  await Promise.all(asked);
  expect(lastSaid()).toBe(false);
});
