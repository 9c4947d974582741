import {
  CircuitState,
  circuitBreaker,
  handleWhenResult,
  type IBackoff,
  SamplingBreaker,
} from 'cockatiel';
import { type Alarm, createAlarm } from './alarm.ts';
import { SubgraphFailure } from './failure.ts';

/** What a fetch says of its subgraph. */
type Verdict = 'works' | 'fails';

/** It is left alone when, for this long, half of at least this many fetches a second failed. */
const OPENS_AT = { threshold: 0.5, duration: 5_000, minimumRps: 2 };

export type BreakerLimits = {
  /** A fetch that takes longer counts as failed. */
  readonly lateMs: number;
  /** How long a subgraph that fails is left alone before one fetch tries it again. */
  readonly restMs: number;
  /** By when that fetch must have succeeded, or the subgraph is left alone again. */
  readonly trialMs: number;
};

/** Begins a fetch, or throws cockatiel's `BrokenCircuitError` where the subgraph is left alone. Ends when it knows what the fetch says of the subgraph, not later. */
export type Breaker = (begin: () => Promise<unknown>) => Promise<unknown>;

/**
 * Leaves a subgraph alone that fails too often. What it learns of a fetch is apart from what the client gets: one that
 * takes too long is one that failed, and its answer is delivered all the same.
 */
export function createBreaker(
  { lateMs, restMs, trialMs }: BreakerLimits,
  onChange: (isAlone: boolean) => void,
): Breaker {
  const sampling = new SamplingBreaker(OPENS_AT);
  const circuit = circuitBreaker(
    handleWhenResult((verdict) => verdict === 'fails'),
    { halfOpenAfter: { next: () => rest(restMs) }, breaker: sampling },
  );
  const late = createAlarm(lateMs);
  const trialOver = createAlarm(trialMs);
  let closedAt = 0;
  circuit.onBreak(() => onChange(true));
  circuit.onReset(() => {
    closedAt = performance.now();
    onChange(false);
  });
  const isClosed = () => circuit.state === CircuitState.Closed;

  /** Whether one fetch among many failed in a way that says something of the subgraph as it is now. */
  function failedOfMany(begin: number): HasFailed {
    return (error) => {
      // The last that were sent into a trouble may end long after it.
      const isOfNow = isClosed() && begin >= closedAt;
      const isHurried = isTimeout(error) && performance.now() - begin < trialMs;
      return isOfNow && isFailure(error) && !isHurried;
    };
  }

  /** A client that leaves has shown nothing, and the next one tries again. Unless an earlier trial was answered by now. */
  const failedTrial: HasFailed = () => !isClosed();

  /** A subgraph that takes longer than a trial for everything would be left alone for ever. */
  function close(): void {
    if (isClosed()) return;
    sampling.success(CircuitState.HalfOpen);
    circuit.isolate().dispose();
  }

  /** What a fetch says by then. It throws where that is nothing. */
  function judge(fetch: Promise<unknown>, alarm: Alarm, hasFailed: HasFailed): Promise<Verdict> {
    return new Promise((decide, sayNothing) => {
      let isLate = false;
      const fail = (error: unknown) => (hasFailed(error) ? decide('fails') : sayNothing(error));
      const rung = alarm.add(() => {
        isLate = true;
        fail(LATE);
      });
      fetch.then(
        () => {
          alarm.takeBack(rung);
          decide('works');
          if (isLate) close();
        },
        (error: unknown) => {
          alarm.takeBack(rung);
          fail(error);
        },
      );
    });
  }

  let clock = 0;
  /** Samples are counted by the time of day. Set back, it would let none grow old: then all are forgotten. */
  function lookAtClock(): void {
    const now = Date.now();
    if (now < clock) sampling.success(CircuitState.HalfOpen);
    clock = now;
  }

  return (begin) => {
    lookAtClock();
    return circuit.execute(() =>
      isClosed()
        ? judge(begin(), late, failedOfMany(performance.now()))
        : judge(begin(), trialOver, failedTrial),
    );
  };
}

/**
 * A rest that begins now. Cockatiel asks how long it is, and compares that with the time of day, which may be set back by
 * hours; so the rest says of itself whether it is over.
 */
function rest(ms: number): IBackoff<unknown> {
  const over = performance.now() + ms;
  return {
    get duration() {
      return performance.now() < over ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    },
    next: () => rest(ms),
  };
}

type HasFailed = (error: unknown) => boolean;

const LATE = Symbol('late');

const isFailure = (error: unknown) =>
  error === LATE || (error instanceof SubgraphFailure && !error.isClient);

const isTimeout = (error: unknown) =>
  error instanceof SubgraphFailure && error.code === 'SUBGRAPH_TIMEOUT';
