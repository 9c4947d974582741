import type { PlacementDays } from './days.ts';

export type HoursDateFit =
  | { readonly status: 'fits' }
  | { readonly status: 'before-the-start'; readonly start: string }
  | { readonly status: 'after-the-end'; readonly end: string }
  | { readonly status: 'in-the-future'; readonly today: string };

/** Hours are of a day of the placement that has come: the first, the last and today included. */
export function hoursDateFit(
  day: string,
  { start, end }: PlacementDays,
  today: string,
): HoursDateFit {
  if (day < start) return { status: 'before-the-start', start };
  if (end !== null && day > end) return { status: 'after-the-end', end };
  return day > today ? { status: 'in-the-future', today } : { status: 'fits' };
}
