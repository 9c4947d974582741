import { at } from '../random.ts';
import type { OnboardingStatus } from './site.ts';

const STEPS = [
  'AGREEMENT_SIGNED',
  'SITE_VISIT',
  'SAFETY_REVIEW',
  'SUPERVISOR_ORIENTATION',
  'ACCESSIBILITY_REVIEW',
  'CHILD_LABOR_ACK',
  'INSURANCE_ON_FILE',
] as const;

/** How many steps a site has behind it that is not yet, or no longer, to be checked in full. */
const STEPS_DONE: Readonly<Record<OnboardingStatus, number>> = {
  PROSPECT: 0,
  CONTACTED: 0,
  VETTING: 2,
  ORIENTATION: 4,
  ACTIVE: STEPS.length + 1,
  PAUSED: STEPS.length + 1,
  RETIRED: STEPS.length + 1,
};

export function onboardingSteps(status: OnboardingStatus, cori: boolean) {
  const required = cori ? [...STEPS, 'CORI_CHECK'] : [...STEPS];
  return { required, completed: required.slice(0, STEPS_DONE[status]) };
}

const NOT_YET: readonly OnboardingStatus[] = ['PROSPECT', 'CONTACTED', 'VETTING', 'ORIENTATION'];
const RESTING: readonly OnboardingStatus[] = ['PAUSED', 'RETIRED'];

/** Of every 24 sites, 18 are active. */
export function statusOfNth(n: number): OnboardingStatus {
  const turn = n % 24;
  if (turn < 4) return at(NOT_YET, turn);
  return turn < 6 ? at(RESTING, turn - 4) : 'ACTIVE';
}
