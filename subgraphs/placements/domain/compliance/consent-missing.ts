import type { ComplianceRule } from './compliance-rule.ts';
import { FROM_APPROVAL } from './placement-facts.ts';

export const consentMissing: ComplianceRule = {
  rule: 'CONSENT_MISSING',
  blocks: ['APPROVED', 'ACTIVE'],
  seenIn: FROM_APPROVAL,
  broken: ({ consent }) => {
    if (consent.status === 'given') return null;
    if (consent.status === 'revoked')
      return `The consent was revoked on ${consent.on}. The student or the family has to give it anew.`;
    return 'Neither the student nor the family has agreed. They approve it, or give a consent that names the employer.';
  },
};
