/** What one request adds: one retry for ten requests. */
const EARNED = 0.1;
/** Retries that quiet times can save up. */
const MOST = 10;

/** Retries in proportion to requests, so that a subgraph in trouble is not asked twice as much. */
export type RetryBudget = {
  /** A request is made. */
  earn(): void;
  /** Whether it may be made again; if so, that is taken from the budget. */
  spend(): boolean;
};

export function createRetryBudget(): RetryBudget {
  let saved = MOST;
  return {
    earn() {
      saved = Math.min(MOST, saved + EARNED);
    },
    spend() {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
}
