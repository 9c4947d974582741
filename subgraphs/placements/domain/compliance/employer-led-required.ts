import type { ComplianceRule } from './compliance-rule.ts';
import { COUNTED } from './placement-facts.ts';

export const employerLedRequired: ComplianceRule = {
  rule: 'EMPLOYER_LED_REQUIRED',
  blocks: ['APPROVED', 'ACTIVE'],
  seenIn: COUNTED,
  broken: ({ wblType, employerLed }) =>
    wblType === 'CAPSTONE' && !employerLed
      ? 'An industry-engaged capstone is led by an employer; this is not.'
      : null,
};
