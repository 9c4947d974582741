import { ageOn } from '../age.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { OPEN } from './placement-facts.ts';

const MIN_AGE = 14;

export const minAge14: ComplianceRule = {
  rule: 'MIN_AGE_14',
  blocks: ['PROPOSED', 'MATCHED', 'ACTIVE'],
  seenIn: OPEN,
  broken: ({ bornOn, start }) =>
    bornOn !== null && ageOn(bornOn, start) < MIN_AGE
      ? `On the first day, ${start}, the student is under ${MIN_AGE}. Start on or after their ${MIN_AGE}th birthday.`
      : null,
};
