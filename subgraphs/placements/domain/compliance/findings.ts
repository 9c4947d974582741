import type { PlacementStatus } from '../placement-moves.ts';
import type { ComplianceRule, ComplianceRuleName } from './compliance-rule.ts';
import { consentMissing } from './consent-missing.ts';
import { coopMinAge16 } from './coop-min-age-16.ts';
import { coopMustBePaid } from './coop-must-be-paid.ts';
import { employerLedRequired } from './employer-led-required.ts';
import { externalClientRequired } from './external-client-required.ts';
import { min100Hours } from './min-100-hours.ts';
import { minAge14 } from './min-age-14.ts';
import { minorHoursLimit } from './minor-hours-limit.ts';
import { paidOrCredit } from './paid-or-credit.ts';
import type { PlacementFacts } from './placement-facts.ts';
import { raPartnerRequired } from './ra-partner-required.ts';
import { siteNotActive } from './site-not-active.ts';
import { twoReviewsRequired } from './two-reviews-required.ts';
import { wblpRequired } from './wblp-required.ts';
import { workPermitRequired } from './work-permit-required.ts';

/** Every rule, in the order in which its findings are shown. */
export const COMPLIANCE_RULES: readonly ComplianceRule[] = [
  minAge14,
  coopMinAge16,
  coopMustBePaid,
  paidOrCredit,
  raPartnerRequired,
  employerLedRequired,
  externalClientRequired,
  min100Hours,
  consentMissing,
  siteNotActive,
  workPermitRequired,
  minorHoursLimit,
  wblpRequired,
  twoReviewsRequired,
];

/** The edition of the rules; whoever changes one of them changes it. */
const DEFINITION_VERSION = 'wbl-placements-2026.1';

export type ComplianceFinding = {
  readonly rule: ComplianceRuleName;
  readonly severity: 'BLOCKING' | 'WARNING';
  readonly message: string;
  /** By which edition of the rule it was judged. */
  readonly definitionVersion: string;
};

/** What is to be seen to now, where the placement stands. */
export const complianceFindings = (facts: PlacementFacts): ComplianceFinding[] =>
  COMPLIANCE_RULES.filter(({ seenIn }) => seenIn.includes(facts.status)).flatMap(
    ({ rule, blocks, broken, definitionVersion = DEFINITION_VERSION }) => {
      const message = broken(facts, null);
      const severity = blocks.length > 0 ? 'BLOCKING' : 'WARNING';
      return message === null ? [] : [{ rule, severity, message, definitionVersion }];
    },
  );

/** The first rule that keeps a placement from a status; null where it may enter it. */
export function blockerOf(facts: PlacementFacts, entering: PlacementStatus) {
  for (const { rule, blocks, broken } of COMPLIANCE_RULES) {
    const message = blocks.includes(entering) ? broken(facts, entering) : null;
    if (message !== null) return { rule, message };
  }
  return null;
}
