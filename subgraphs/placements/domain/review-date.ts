import { addDays, type PlacementDays } from './days.ts';

/** How long before the first day or after the last a review may be held. */
export const REVIEW_GRACE_DAYS = 14;
/** A baseline is held within about two weeks of the first day; a later one says less of the start. */
export const BASELINE_WITHIN_DAYS = 14;

export type ReviewDateFit =
  | { readonly status: 'fits' }
  | { readonly status: 'too-early'; readonly earliest: string }
  | { readonly status: 'too-late'; readonly latest: string }
  | { readonly status: 'in-the-future'; readonly today: string };

/** A review has been held, in the time of the placement or shortly before or after it. */
export function reviewDateFit(
  day: string,
  { start, end }: PlacementDays,
  today: string,
): ReviewDateFit {
  const earliest = addDays(start, -REVIEW_GRACE_DAYS);
  if (day < earliest) return { status: 'too-early', earliest };
  const latest = end && addDays(end, REVIEW_GRACE_DAYS);
  if (latest && day > latest) return { status: 'too-late', latest };
  return day > today ? { status: 'in-the-future', today } : { status: 'fits' };
}

/** Whether a baseline comes later than it should. */
export const isLateBaseline = (day: string, start: string): boolean =>
  day > addDays(start, BASELINE_WITHIN_DAYS);
