import type { WblType } from '../../../platform/vocabulary.ts';
import { type Finding, warning } from './finding.ts';
import type { Terms } from './opportunity-terms.ts';
import type { Thresholds } from './thresholds.ts';
import { asHours } from './units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_A_WEEK = 7;
const COUNT_BY_HOURS: readonly WblType[] = ['INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE'];

/** The first and the last day count; below it nothing is multiplied for days that are not there. */
const daysFrom = (start: string, end: string): number =>
  Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1);

/**
 * The least and the most minutes that fit hours a week over these days. Weeks are counted both by
 * days and as they are begun, so that six weeks from a Monday to a Friday are six weeks.
 */
export function plannedRange(terms: Terms, minutesPerWeek: number, tolerance: number) {
  const days = daysFrom(terms.startDate, terms.endDate);
  return {
    least: minutesPerWeek * (days / DAYS_A_WEEK) * (1 - tolerance),
    most: minutesPerWeek * Math.ceil(days / DAYS_A_WEEK) * (1 + tolerance),
  };
}

export function plannedHoursFinding(terms: Terms, { hoursTolerance }: Thresholds): Finding | null {
  const { minutesPerWeek, plannedMinutes } = terms;
  if (minutesPerWeek === null || plannedMinutes === null) return null;
  const { least, most } = plannedRange(terms, minutesPerWeek, hoursTolerance);
  if (plannedMinutes >= least && plannedMinutes <= most) return null;
  return warning(
    'PLANNED_HOURS',
    `${asHours(plannedMinutes)} planned hours do not fit ${asHours(minutesPerWeek)} hours a week from ${terms.startDate} to ${terms.endDate}. From ${asHours(least)} to ${asHours(most)} would.`,
  );
}

export function countingHoursFinding(
  { wblType, plannedMinutes }: Terms,
  { countingMinutes }: Thresholds,
): Finding | null {
  if (!COUNT_BY_HOURS.includes(wblType) || plannedMinutes === null) return null;
  if (plannedMinutes >= countingMinutes) return null;
  return warning(
    'MIN_100_HOURS',
    `${wblType} with ${asHours(plannedMinutes)} planned hours will not count as work-based learning. From ${asHours(countingMinutes)} hours on it does.`,
  );
}
