import type { ComplianceRule } from './compliance-rule.ts';
import { COUNTED } from './placement-facts.ts';

/** A simulation happens in school, and engages employers or clients from outside it. */
export const externalClientRequired: ComplianceRule = {
  rule: 'EXTERNAL_CLIENT_REQUIRED',
  blocks: ['APPROVED', 'ACTIVE'],
  seenIn: COUNTED,
  broken: ({ wblType, externalClient, employerLed }) =>
    wblType === 'SIMULATION' && !externalClient && !employerLed
      ? 'A simulation engages employers or clients external to the school; this engages neither.'
      : null,
};
