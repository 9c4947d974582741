import { missingSteps, type OnboardingStep } from './onboarding.ts';

export type OnboardingStatus =
  | 'PROSPECT'
  | 'CONTACTED'
  | 'VETTING'
  | 'ORIENTATION'
  | 'ACTIVE'
  | 'PAUSED'
  | 'RETIRED';

/** PROSPECT → CONTACTED → VETTING → ORIENTATION → ACTIVE ⇄ PAUSED → RETIRED. */
export const LEGAL_MOVES: Readonly<Record<OnboardingStatus, readonly OnboardingStatus[]>> = {
  PROSPECT: ['CONTACTED'],
  CONTACTED: ['VETTING'],
  VETTING: ['ORIENTATION'],
  ORIENTATION: ['ACTIVE'],
  ACTIVE: ['PAUSED', 'RETIRED'],
  PAUSED: ['ACTIVE', 'RETIRED'],
  RETIRED: [],
};

/** A site's way, as far as moving on it needs it. */
export type Onboarding = {
  readonly status: OnboardingStatus;
  readonly required: readonly OnboardingStep[];
  readonly completed: readonly OnboardingStep[];
};

export type Move =
  | { readonly status: 'moves'; readonly to: OnboardingStatus }
  | { readonly status: 'illegal'; readonly legal: readonly OnboardingStatus[] }
  | { readonly status: 'steps-missing'; readonly missing: readonly OnboardingStep[] };

const missingOf = ({ required, completed }: Onboarding) => missingSteps(required, completed);

/** One move along the way, by somebody's word. Nothing becomes ACTIVE while a required step is missing. */
export function move(site: Onboarding, to: OnboardingStatus): Move {
  const legal = LEGAL_MOVES[site.status];
  if (!legal.includes(to)) return { status: 'illegal', legal };
  const missing = missingOf(site);
  if (to === 'ACTIVE' && missing.length > 0) return { status: 'steps-missing', missing };
  return { status: 'moves', to };
}

/** How far the completed steps carry: orientation begins when it alone is missing. */
function carriedTo(site: Onboarding): OnboardingStatus {
  const missing = missingOf(site);
  if (missing.length === 0) return 'ACTIVE';
  return missing.every((step) => step === 'SUPERVISOR_ORIENTATION') ? 'ORIENTATION' : 'VETTING';
}

const ON_THE_WAY: readonly OnboardingStatus[] = [
  'PROSPECT',
  'CONTACTED',
  'VETTING',
  'ORIENTATION',
  'ACTIVE',
];

/**
 * Completes a step. Whose first step is completed was contacted; a site never goes back, and one that
 * is active or paused stays so. What is retired takes no more steps.
 */
export function completeStep(site: Onboarding, step: OnboardingStep): Onboarding | null {
  if (site.status === 'RETIRED') return null;
  const completed = site.completed.includes(step) ? site.completed : [...site.completed, step];
  const after = { ...site, completed };
  if (site.status === 'PAUSED') return after;
  const reached = Math.max(ON_THE_WAY.indexOf(site.status), ON_THE_WAY.indexOf(carriedTo(after)));
  return { ...after, status: ON_THE_WAY[reached] ?? site.status };
}
