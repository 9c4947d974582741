import type { ComplianceRule } from './compliance-rule.ts';
import { COUNTED } from './placement-facts.ts';

export const coopMustBePaid: ComplianceRule = {
  rule: 'COOP_MUST_BE_PAID',
  blocks: ['APPROVED', 'ACTIVE'],
  seenIn: COUNTED,
  broken: ({ wblType, pay }) =>
    wblType === 'COOPERATIVE_EDUCATION' && pay === 'UNPAID'
      ? 'Cooperative education is always paid; this is unpaid.'
      : null,
};
