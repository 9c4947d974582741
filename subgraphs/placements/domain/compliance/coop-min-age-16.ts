import { ageOn } from '../age.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { OPEN } from './placement-facts.ts';

const MIN_AGE = 16;

export const coopMinAge16: ComplianceRule = {
  rule: 'COOP_MIN_AGE_16',
  blocks: ['PROPOSED', 'MATCHED', 'ACTIVE'],
  seenIn: OPEN,
  broken: ({ wblType, bornOn, start }) =>
    wblType === 'COOPERATIVE_EDUCATION' && bornOn !== null && ageOn(bornOn, start) < MIN_AGE
      ? `On the first day, ${start}, the student is under ${MIN_AGE}. Cooperative education is from ${MIN_AGE} on.`
      : null,
};
