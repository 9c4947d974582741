import type { ComplianceRule } from './compliance-rule.ts';
import { COUNTED } from './placement-facts.ts';

export const raPartnerRequired: ComplianceRule = {
  rule: 'RA_PARTNER_REQUIRED',
  blocks: ['APPROVED', 'ACTIVE'],
  seenIn: COUNTED,
  broken: ({ wblType, registeredApprenticeshipPartner }) =>
    wblType === 'PRE_APPRENTICESHIP' && !registeredApprenticeshipPartner?.trim()
      ? 'A pre-apprenticeship has a documented partnership with a Registered Apprenticeship program; none is named.'
      : null,
};
