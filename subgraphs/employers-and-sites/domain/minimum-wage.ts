import { type Finding, warning } from './finding.ts';
import type { Terms } from './opportunity-terms.ts';
import type { Thresholds, WageFrom } from './thresholds.ts';
import { asDollars } from './units.ts';

/** The wage that holds on a day; null before the first that is known. */
export const minimumWageOn = (wages: readonly WageFrom[], day: string): number | null =>
  wages.findLast(({ from }) => from <= day)?.cents ?? null;

/** Work paid by the hour is looked at by the minimum wage of its first day. */
export function minimumWageFinding(
  { pay, hourlyWageCents, startDate }: Terms,
  { minimumWage }: Thresholds,
): Finding | null {
  const least = minimumWageOn(minimumWage, startDate);
  if (pay !== 'EMPLOYER_PAID' && pay !== 'SUBSIDIZED') return null;
  if (hourlyWageCents === null || least === null || hourlyWageCents >= least) return null;
  return warning(
    'MINIMUM_WAGE',
    `$${asDollars(hourlyWageCents)} an hour is under the minimum wage of $${asDollars(least)}. Rules for student learners vary: have it looked at.`,
  );
}
