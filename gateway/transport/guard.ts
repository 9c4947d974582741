import { bulkhead, isBrokenCircuitError, isBulkheadRejectedError } from 'cockatiel';
import { CONNECTIONS_PER_SUBGRAPH } from '../limits.ts';
import { type BreakerLimits, createBreaker } from './breaker.ts';
import { SubgraphFailure } from './failure.ts';
import { createRetryBudget } from './retry-budget.ts';
import type { FetchTerms } from './transport.ts';

export type GuardLimits = BreakerLimits & {
  /** Fetches of one subgraph at a time, but for those that are late. */
  readonly concurrent: number;
  /** Fetches that may wait for their turn; each keeps its own deadline. */
  readonly waiting: number;
};

export const GUARD_LIMITS: GuardLimits = {
  concurrent: CONNECTIONS_PER_SUBGRAPH,
  waiting: 512,
  lateMs: 5_000,
  restMs: 2_000,
  trialMs: 2_000,
};

/** Who is told of a subgraph in trouble. */
export type GuardWatch = {
  /** A fetch is made again. */
  retried(subgraph: string): void;
  /** Whether it is left alone, from now on. */
  left(subgraph: string, isAlone: boolean): void;
};

const NOBODY: GuardWatch = { retried() {}, left() {} };

/** One subgraph, guarded against overload from here and us against it: at most so many at a time, none while it is broken, one retry. */
export type Guard = <Result>(terms: FetchTerms, attempt: () => Promise<Result>) => Promise<Result>;

export function createGuard(
  subgraph: string,
  limits: GuardLimits = GUARD_LIMITS,
  watch: GuardWatch = NOBODY,
): Guard {
  const seats = bulkhead(limits.concurrent, limits.waiting);
  watch.left(subgraph, false);
  const breaker = createBreaker(limits, (isAlone) => watch.left(subgraph, isAlone));
  const budget = createRetryBudget();

  /** A fetch that is late has no seat any more: those that hang do not keep others out for longer. */
  async function once<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const fetch = new Fetch(attempt);
    try {
      await seats.execute(() => breaker(() => fetch.answer()));
    } catch (error) {
      if (isBrokenCircuitError(error))
        throw new SubgraphFailure(subgraph, 'It failed too often and is left alone for a moment.');
      if (isBulkheadRejectedError(error))
        throw new SubgraphFailure(subgraph, 'Too many requests wait for it.');
      // Whatever else it is, the answer itself says it.
    }
    return await fetch.answer();
  }

  return async (terms, attempt) => {
    budget.earn();
    try {
      return await once(attempt);
    } catch (error) {
      const again =
        terms.kind === 'query' &&
        error instanceof SubgraphFailure &&
        error.isConnection &&
        budget.spend();
      if (!again) throw error;
      watch.retried(subgraph);
      return await once(attempt);
    }
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
