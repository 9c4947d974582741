import { CircuitState, circuitBreaker, handleWhenResult, SamplingBreaker } from 'cockatiel';
import { SubgraphFailure } from './failure.ts';

/** What a fetch says of its subgraph. */
type Verdict = 'works' | 'fails';

/** It is left alone when, for this long, half of at least this many fetches a second failed. */
const OPENS_AT = { threshold: 0.5, duration: 5_000, minimumRps: 2 };

export type BreakerLimits = {
  /** How long a subgraph that fails is left alone before one fetch tries it again. */
  readonly restMs: number;
  /** By when that fetch must have succeeded, or the subgraph is left alone again. Whoever sent it may wait for longer. */
  readonly trialMs: number;
};

/** Sends, or throws cockatiel's `BrokenCircuitError` at once where the subgraph is left alone. */
export type Breaker = <Result>(send: () => Promise<Result>) => Promise<Result>;

/**
 * Leaves a subgraph alone that fails too often. What it learns of a fetch is apart from what the client gets: a
 * trial that takes too long is one that failed, and an answer that comes late is delivered all the same.
 */
export function createBreaker(
  { restMs, trialMs }: BreakerLimits,
  onChange: (isAlone: boolean) => void,
): Breaker {
  const sampling = new SamplingBreaker(OPENS_AT);
  const circuit = circuitBreaker(
    handleWhenResult((verdict) => verdict === 'fails'),
    { halfOpenAfter: restMs, breaker: sampling },
  );
  let closedAt = 0;
  circuit.onBreak(() => onChange(true));
  circuit.onReset(() => {
    closedAt = performance.now();
    onChange(false);
  });

  /** Of one fetch among many. It throws where that says nothing of the subgraph as it is now. */
  async function ofMany(sent: Promise<unknown>): Promise<Verdict> {
    const begin = performance.now();
    try {
      await sent;
      return 'works';
    } catch (error) {
      // The last that were sent into a trouble may end long after it.
      const isOfThePast = begin < closedAt;
      const isHurried = isTimeout(error) && performance.now() - begin < trialMs;
      if (isFailure(error) && !isOfThePast && !isHurried) return 'fails';
      throw error;
    }
  }

  /** A client that leaves meanwhile shows nothing, and the next one tries again. */
  function ofTrial(sent: Promise<unknown>): Promise<Verdict> {
    return new Promise((decide) => {
      let isLate = false;
      const timer = setTimeout(() => {
        // Unless an earlier trial was answered by now.
        isLate = circuit.state !== CircuitState.Closed;
        if (isLate) decide('fails');
      }, trialMs);
      const end = (verdict: Verdict) => {
        clearTimeout(timer);
        decide(verdict);
        if (isLate && verdict === 'works') close();
      };
      sent.then(
        () => end('works'),
        () => end('fails'),
      );
    });
  }

  /** A subgraph that takes longer than a trial for everything would be left alone for ever. */
  function close(): void {
    if (circuit.state === CircuitState.Closed) return;
    sampling.success(CircuitState.HalfOpen);
    circuit.isolate().dispose();
  }

  return async <Result>(send: () => Promise<Result>) => {
    const fetch = new Fetch(send);
    await circuit.execute(() =>
      circuit.state === CircuitState.Closed ? ofMany(fetch.answer()) : ofTrial(fetch.answer()),
    );
    return await fetch.answer();
  };
}

/** Sent once, however often its answer is asked for. */
class Fetch<Result> {
  readonly #send: () => Promise<Result>;
  #sent: Promise<Result> | null = null;

  constructor(send: () => Promise<Result>) {
    this.#send = send;
  }

  answer(): Promise<Result> {
    this.#sent ??= this.#send();
    return this.#sent;
  }
}

const isFailure = (error: unknown) => error instanceof SubgraphFailure && !error.isClient;

const isTimeout = (error: unknown) =>
  error instanceof SubgraphFailure && error.code === 'SUBGRAPH_TIMEOUT';
