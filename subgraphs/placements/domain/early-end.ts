import type { PlacementDays } from './days.ts';

export type EarlyEnd =
  | { readonly status: 'fits' }
  | { readonly status: 'before-the-start'; readonly start: string }
  | { readonly status: 'after-the-end'; readonly end: string }
  | { readonly status: 'in-the-future'; readonly today: string };

/** A placement that ends early ends between its first day and the day it would have ended, and not in the future. */
export function earlyEnd(day: string, { start, end }: PlacementDays, today: string): EarlyEnd {
  if (day < start) return { status: 'before-the-start', start };
  if (day > today) return { status: 'in-the-future', today };
  if (end !== null && day > end) return { status: 'after-the-end', end };
  return { status: 'fits' };
}
