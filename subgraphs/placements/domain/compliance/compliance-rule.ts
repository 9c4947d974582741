import type { PlacementStatus } from '../placement-moves.ts';
import type { PlacementFacts } from './placement-facts.ts';

export type ComplianceRuleName =
  | 'MIN_100_HOURS'
  | 'PAID_OR_CREDIT'
  | 'COOP_MUST_BE_PAID'
  | 'COOP_MIN_AGE_16'
  | 'RA_PARTNER_REQUIRED'
  | 'EXTERNAL_CLIENT_REQUIRED'
  | 'EMPLOYER_LED_REQUIRED'
  | 'WORK_PERMIT_REQUIRED'
  | 'MINOR_HOURS_LIMIT'
  | 'MIN_AGE_14'
  | 'WBLP_REQUIRED'
  | 'TWO_REVIEWS_REQUIRED'
  | 'SITE_NOT_ACTIVE'
  | 'CONSENT_MISSING';

export type ComplianceRule = {
  readonly rule: ComplianceRuleName;
  /** Where its thresholds have an edition of their own. */
  readonly definitionVersion?: string;
  /** The statuses that a placement cannot enter while the rule is broken; none makes it a warning. */
  readonly blocks: readonly PlacementStatus[];
  /** The statuses in which a placement that breaks the rule is pointed out. */
  readonly seenIn: readonly PlacementStatus[];
  /** What is wrong and what would be right; null where nothing is. `entering` is the status it is about to have. */
  readonly broken: (facts: PlacementFacts, entering: PlacementStatus | null) => string | null;
};
