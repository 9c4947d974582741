import { bulkhead, isBrokenCircuitError, isBulkheadRejectedError } from 'cockatiel';
import { CONNECTIONS_PER_SUBGRAPH } from '../limits.ts';
import { type BreakerLimits, createBreaker } from './breaker.ts';
import { SubgraphFailure } from './failure.ts';
import { createRetryBudget } from './retry-budget.ts';
import type { FetchTerms } from './transport.ts';

export type GuardLimits = BreakerLimits & {
  /** Fetches of one subgraph at a time. */
  readonly concurrent: number;
  /** Fetches that may wait for their turn; each keeps its own deadline. */
  readonly waiting: number;
};

export const GUARD_LIMITS: GuardLimits = {
  concurrent: CONNECTIONS_PER_SUBGRAPH,
  waiting: 512,
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

  const once = <Result>(attempt: () => Promise<Result>): Promise<Result> =>
    seats
      .execute(() => breaker(attempt))
      .catch((error: unknown) => {
        if (isBrokenCircuitError(error))
          throw new SubgraphFailure(
            subgraph,
            'It failed too often and is left alone for a moment.',
          );
        if (isBulkheadRejectedError(error))
          throw new SubgraphFailure(subgraph, 'Too many requests wait for it.');
        throw error;
      });

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
