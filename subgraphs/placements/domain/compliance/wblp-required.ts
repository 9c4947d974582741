import { PLAN_FORMS } from '../plan-form.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { FROM_APPROVAL } from './placement-facts.ts';

export const wblpRequired: ComplianceRule = {
  rule: 'WBLP_REQUIRED',
  blocks: ['ACTIVE'],
  seenIn: FROM_APPROVAL,
  broken: ({ plan }) => {
    if (!plan) return 'There is no Work-Based Learning Plan yet. Draft one.';
    if (!plan.jobDescription.trim())
      return 'The Work-Based Learning Plan has no job description. Add it.';
    const { least } = PLAN_FORMS[plan.version].careerSkills;
    return plan.careerSkills < least
      ? `The Work-Based Learning Plan names ${plan.careerSkills} career skills; ${least} are needed at least.`
      : null;
  },
};
