import { apprenticeshipFinding } from './apprenticeship-partner.ts';
import type { Finding } from './finding.ts';
import { minimumWageFinding } from './minimum-wage.ts';
import { datesFinding } from './opportunity-dates.ts';
import { coopFinding, paidOrCreditFinding, wageWithoutPayFinding } from './opportunity-pay.ts';
import { slotsFinding } from './opportunity-slots.ts';
import type { Terms } from './opportunity-terms.ts';
import { countingHoursFinding, plannedHoursFinding } from './planned-hours.ts';
import type { Thresholds } from './thresholds.ts';

type Rule = (terms: Terms, thresholds: Thresholds) => Finding | null;

/** What blocks comes first. */
const RULES: readonly Rule[] = [
  datesFinding,
  slotsFinding,
  coopFinding,
  paidOrCreditFinding,
  apprenticeshipFinding,
  wageWithoutPayFinding,
  plannedHoursFinding,
  countingHoursFinding,
  minimumWageFinding,
];

/** Everything that the rules say of an opportunity, in their order. */
export const opportunityFindings = (terms: Terms, thresholds: Thresholds): Finding[] =>
  RULES.flatMap((rule) => rule(terms, thresholds) ?? []);
