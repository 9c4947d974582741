import type { WblType } from '../wbl-type.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { COUNTED } from './placement-facts.ts';

const WANT_EITHER: readonly WblType[] = ['INTERNSHIP', 'CLINICAL_PRACTICUM'];

export const paidOrCredit: ComplianceRule = {
  rule: 'PAID_OR_CREDIT',
  blocks: ['APPROVED', 'ACTIVE'],
  seenIn: COUNTED,
  broken: ({ wblType, pay, creditBearing }) =>
    WANT_EITHER.includes(wblType) && pay === 'UNPAID' && !creditBearing
      ? 'An internship or a clinical practicum is paid or bears credit; this does neither.'
      : null,
};
