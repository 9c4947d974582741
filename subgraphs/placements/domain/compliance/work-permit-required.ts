import { ageOn } from '../age.ts';
import { isEmployment } from '../employment.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { FROM_MATCH } from './placement-facts.ts';

const ADULT = 18;

/** Every worker under 18 needs a Youth Employment Permit for every job; who turns 18 needs it no longer. */
export const workPermitRequired: ComplianceRule = {
  rule: 'WORK_PERMIT_REQUIRED',
  blocks: ['ACTIVE'],
  seenIn: FROM_MATCH,
  broken: (facts) => {
    const { bornOn, start, today, workPermitOnFile } = facts;
    if (bornOn === null || workPermitOnFile || !isEmployment(facts)) return null;
    const day = start > today ? start : today;
    return ageOn(bornOn, day) < ADULT
      ? 'The student is employed and under 18: a Youth Employment Permit for this job has to be on file.'
      : null;
  },
};
