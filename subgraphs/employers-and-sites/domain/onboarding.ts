/** What a site may have to complete before it hosts students. */
export const ONBOARDING_STEPS = [
  'AGREEMENT_SIGNED',
  'SITE_VISIT',
  'SAFETY_REVIEW',
  'SUPERVISOR_ORIENTATION',
  'CORI_CHECK',
  'ACCESSIBILITY_REVIEW',
  'CHILD_LABOR_ACK',
  'INSURANCE_ON_FILE',
] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

/** All of them, a check of criminal records only where vulnerable people are. */
export const requiredSteps = (worksWithVulnerablePeople: boolean): OnboardingStep[] =>
  ONBOARDING_STEPS.filter((step) => step !== 'CORI_CHECK' || worksWithVulnerablePeople);

/** The steps that a site must still complete, in the order in which they are required of it. */
export function missingSteps<Step extends string>(
  required: readonly Step[],
  completed: readonly Step[],
): Step[] {
  return required.filter((step) => !completed.includes(step));
}
