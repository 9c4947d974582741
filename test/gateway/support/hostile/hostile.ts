import type { Random } from './random.ts';

/** What somebody sends who wants to do harm. */
export type Hostile = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whatever the limits are, this is over one, or is not valid: no subgraph may hear of it. */
  readonly isRefused?: boolean;
};

/** Makes one of its kind. */
export type Family = (random: Random) => Hostile;

export const times = (count: number, text: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(between);

/** A text in itself, again and again. */
export const nested = (levels: number, open: string, inner: string, close: string): string =>
  `${open.repeat(levels)}${inner}${close.repeat(levels)}`;
