import { asHours } from './hours.ts';

const MINUTES_PER_HOUR = 60;
export const HOURS_A_DAY = 24;
/** Hours are shown to two decimals: what is nearer than half a hundredth to a minute is that minute. */
const HALF_A_HUNDREDTH = 0.005;

export type LoggedHours =
  | { readonly status: 'fits'; readonly minutes: number }
  | { readonly status: 'not-positive' }
  | { readonly status: 'not-whole-minutes'; readonly nearest: number }
  | { readonly status: 'too-many-in-a-day'; readonly left: number };

/**
 * Hours of one entry as minutes: more than none, whole minutes, and no more than 24 hours together
 * with what was told of the same day before.
 */
export function loggedHours(hours: number, minutesBefore: number): LoggedHours {
  if (hours <= 0) return { status: 'not-positive' };
  const left = HOURS_A_DAY * MINUTES_PER_HOUR - minutesBefore;
  const minutes = Math.round(hours * MINUTES_PER_HOUR);
  if (minutes > left) return { status: 'too-many-in-a-day', left: asHours(left) };
  const isWhole = minutes > 0 && Math.abs(hours - minutes / MINUTES_PER_HOUR) <= HALF_A_HUNDREDTH;
  return isWhole
    ? { status: 'fits', minutes }
    : { status: 'not-whole-minutes', nearest: asHours(Math.max(1, minutes)) };
}
