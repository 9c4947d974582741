export const SERVER_TIMING_HEADER = 'server-timing';

/** Where the time of a request went, in milliseconds. */
export type Timing = {
  readonly total: number;
  /** Null where it was planned before. */
  readonly plan: number | null;
  /** Of all fetches, added up: those at the same time count each. */
  readonly subgraphs: number;
};

/**
 * The header `server-timing`. It names no subgraph: which part of the graph is slow is what metrics and traces
 * tell those who run it.
 */
export const serverTiming = ({ total, plan, subgraphs }: Timing): string =>
  plan === null
    ? `total;dur=${total}, subgraphs;dur=${tenths(subgraphs)}`
    : `total;dur=${total}, plan;dur=${tenths(plan)}, subgraphs;dur=${tenths(subgraphs)}`;

/** To a tenth of a millisecond: finer says more of other people's requests than of this one. */
export const tenths = (ms: number): number => Math.round(ms * 10) / 10;
