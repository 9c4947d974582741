import { type Day, dayAt } from '../calendar.ts';
import type { Random } from '../random.ts';

/** When in a fiscal year an opportunity runs. */
export type Window = 'SUMMER' | 'FALL' | 'SPRING' | 'YEAR';

export type Span = {
  readonly start: Day;
  readonly end: Day;
  readonly weeks: number;
  readonly hoursPerWeek: number;
};

type Shape = {
  readonly first: (fiscalYear: number) => Day;
  readonly spread: number;
  readonly weeks: readonly [number, number];
  readonly hours: readonly [number, number];
};

/** In school weeks few hours, in summer most of a working week. None ends after graduation. */
const SHAPES: Readonly<Record<Window, Shape>> = {
  SUMMER: { first: (y) => dayAt(y - 1, 7, 6), spread: 6, weeks: [5, 6], hours: [20, 30] },
  FALL: { first: (y) => dayAt(y - 1, 9, 15), spread: 20, weeks: [11, 16], hours: [8, 12] },
  SPRING: { first: (y) => dayAt(y, 2, 1), spread: 14, weeks: [11, 16], hours: [8, 12] },
  YEAR: { first: (y) => dayAt(y - 1, 9, 20), spread: 10, weeks: [30, 33], hours: [6, 12] },
};
/** Some fall short of the 100 hours that an internship needs to count. */
const SHORT_SHARE = 0.05;
const SHORT_HOURS = 6;

export function spanOf(window: Window, fiscalYear: number, random: Random): Span {
  const { first, spread, weeks, hours } = SHAPES[window];
  const start = first(fiscalYear) + random.int(0, spread);
  const hoursPerWeek = random.chance(SHORT_SHARE) ? SHORT_HOURS : random.int(...hours);
  return span(start, random.int(...weeks), hoursPerWeek);
}

/** What is being arranged today: it begins in the coming weeks, whatever the season. */
export const spanAhead = (asOf: Day, random: Random): Span =>
  span(asOf + random.int(...AHEAD.days), AHEAD.weeks, AHEAD.hoursPerWeek);
const AHEAD = { days: [10, 60], weeks: 11, hoursPerWeek: 10 } as const;

/** From a day on for whole weeks, ending on their last working day. */
export const span = (start: Day, weeks: number, hoursPerWeek: number): Span => ({
  start,
  end: start + 7 * weeks - 3,
  weeks,
  hoursPerWeek,
});
