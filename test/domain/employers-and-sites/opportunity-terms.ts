import type { Terms } from '../../../subgraphs/employers-and-sites/domain/opportunity-terms.ts';
import type { Thresholds } from '../../../subgraphs/employers-and-sites/domain/thresholds.ts';

/** A paid internship of 35 hours a week for six weeks, Monday to Friday. */
export const TERMS: Terms = {
  wblType: 'INTERNSHIP',
  startDate: '2026-07-06',
  endDate: '2026-08-14',
  minutesPerWeek: 35 * 60,
  plannedMinutes: 210 * 60,
  pay: 'EMPLOYER_PAID',
  hourlyWageCents: 1_675,
  creditBearing: false,
  registeredApprenticeshipPartner: null,
  slots: 40,
};

export const THRESHOLDS: Thresholds = {
  definitionVersion: 'test',
  minimumWage: [
    { from: '2022-01-01', cents: 1_425 },
    { from: '2023-01-01', cents: 1_500 },
  ],
  hoursTolerance: 0.1,
  countingMinutes: 6_000,
};
