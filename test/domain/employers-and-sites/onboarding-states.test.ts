import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ONBOARDING_STEPS,
  type OnboardingStep,
  requiredSteps,
} from '../../../subgraphs/employers-and-sites/domain/onboarding.ts';
import {
  completeStep,
  LEGAL_MOVES,
  move,
  type Onboarding,
  type OnboardingStatus,
} from '../../../subgraphs/employers-and-sites/domain/onboarding-states.ts';

const STATUSES = Object.keys(LEGAL_MOVES) as OnboardingStatus[];
const prospect = (vulnerable = false): Onboarding => ({
  status: 'PROSPECT',
  required: requiredSteps(vulnerable),
  completed: [],
});
const withSteps = (site: Onboarding, steps: readonly OnboardingStep[]): Onboarding =>
  steps.reduce((known, step) => completeStep(known, step) ?? known, site);

describe('what is required of a site', () => {
  it('is every step, a check of criminal records only where vulnerable people are', () => {
    expect(requiredSteps(true)).toEqual(ONBOARDING_STEPS);
    expect(requiredSteps(false)).toEqual(ONBOARDING_STEPS.filter((step) => step !== 'CORI_CHECK'));
  });
});

describe('a completed step', () => {
  it.each([
    { steps: ['AGREEMENT_SIGNED'] as const, status: 'VETTING' },
    { steps: ['SUPERVISOR_ORIENTATION'] as const, status: 'VETTING' },
    {
      steps: requiredSteps(false).filter((s) => s !== 'SUPERVISOR_ORIENTATION'),
      status: 'ORIENTATION',
    },
    { steps: requiredSteps(false), status: 'ACTIVE' },
  ])('after $steps carries a prospect to $status', ({ steps, status }) => {
    expect(withSteps(prospect(), steps).status).toBe(status);
  });

  it('makes nothing active where the check of criminal records is missing', () => {
    expect(withSteps(prospect(true), requiredSteps(false)).status).toBe('VETTING');
  });

  it('is completed once, and leaves an active and a paused site as they are', () => {
    const active = withSteps(prospect(), requiredSteps(false));
    expect(completeStep(active, 'SITE_VISIT')).toEqual(active);
    expect(completeStep({ ...active, status: 'PAUSED' }, 'CORI_CHECK')).toEqual({
      ...active,
      status: 'PAUSED',
      completed: [...active.completed, 'CORI_CHECK'],
    });
  });

  it('is none of a retired site', () => {
    expect(completeStep({ ...prospect(), status: 'RETIRED' }, 'SITE_VISIT')).toBeNull();
  });
});

describe('a move', () => {
  const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to })));

  it.each(pairs)(
    'from $from to $to is legal as the table says, and else names the legal ones',
    ({ from, to }) => {
      const site = { ...prospect(), status: from, completed: ONBOARDING_STEPS };
      const legal = LEGAL_MOVES[from];
      expect(move(site, to)).toEqual(
        legal.includes(to) ? { status: 'moves', to } : { status: 'illegal', legal },
      );
    },
  );

  it('to ACTIVE names the steps that are missing', () => {
    const paused = {
      ...prospect(),
      status: 'PAUSED' as const,
      completed: requiredSteps(false).slice(1),
    };
    expect(move(paused, 'ACTIVE')).toEqual({
      status: 'steps-missing',
      missing: ['AGREEMENT_SIGNED'],
    });
  });
});

/** Something that may happen to a site: a step, or somebody's word. */
const happening = fc.oneof(
  fc.record({ step: fc.constantFrom(...ONBOARDING_STEPS) }),
  fc.record({ to: fc.constantFrom(...STATUSES) }),
);
type Happening = { readonly step: OnboardingStep } | { readonly to: OnboardingStatus };

function next(site: Onboarding, what: Happening): Onboarding {
  if ('step' in what) return completeStep(site, what.step) ?? site;
  const made = move(site, what.to);
  return made.status === 'moves' ? { ...site, status: made.to } : site;
}

/** Every status that can be reached, the one itself included. */
function reachable(from: OnboardingStatus, known = new Set<OnboardingStatus>()): typeof known {
  if (known.has(from)) return known;
  known.add(from);
  for (const to of LEGAL_MOVES[from]) reachable(to, known);
  return known;
}

describe('whatever happens to a site', () => {
  it('it is never active while a step is missing, loses no step, and goes only where moves lead', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(happening, { maxLength: 40 }), (vulnerable, story) => {
        let site = prospect(vulnerable);
        for (const what of story) {
          const then = next(site, what);
          expect(reachable(site.status)).toContain(then.status);
          expect(then.completed.slice(0, site.completed.length)).toEqual(site.completed);
          expect(new Set(then.completed).size).toBe(then.completed.length);
          if (then.status === 'ACTIVE')
            expect(then.required.filter((step) => !then.completed.includes(step))).toEqual([]);
          if (site.status === 'RETIRED') expect(then).toEqual(site);
          site = then;
        }
      }),
    );
  });

  it('all required steps in any order make it active', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), (vulnerable, turn) => {
        const steps = requiredSteps(vulnerable);
        const turned = steps.map((_, i) => steps[(i + turn) % steps.length] as OnboardingStep);
        expect(withSteps(prospect(vulnerable), turned).status).toBe('ACTIVE');
      }),
    );
  });
});
