/** A wage that holds from a day (`YYYY-MM-DD`) on, until the next one does. */
export type WageFrom = { readonly from: string; readonly cents: number };

/** What the sources leave open, and the rules are given. Whoever changes one changes the version. */
export type Thresholds = {
  /** Travels with every finding, so that one can say later by what it was judged. */
  readonly definitionVersion: string;
  /** The state's minimum wage in cents an hour, by the day it took effect, in order. */
  readonly minimumWage: readonly WageFrom[];
  /** How far planned hours may be from hours a week times weeks, as a share. */
  readonly hoursTolerance: number;
  /** What an internship and a capstone need to count as work-based learning. */
  readonly countingMinutes: number;
};
