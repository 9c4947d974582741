import { builder } from '../builder.ts';
import { missingSteps } from '../domain/onboarding.ts';
import type { Site } from '../generated/client/client.ts';
import { OnboardingStatusEnum, OnboardingStepEnum } from './enums.ts';

export const SiteOnboarding = builder.objectRef<Site>('SiteOnboarding').implement({
  description: 'How a site is prepared for hosting students, and how far that is.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    status: t.expose('onboardingStatus', {
      type: OnboardingStatusEnum,
      nullable: false,
      classified: 'PUBLIC',
      description: 'Where it stands.',
    }),
    completed: t.expose('completedSteps', {
      type: [OnboardingStepEnum],
      nullable: true,
      description: 'The steps that are completed; at most 8.',
    }),
    missing: t.field({
      type: [OnboardingStepEnum],
      nullable: true,
      description: 'The steps that are required of this site and not completed; at most 8.',
      resolve: ({ requiredSteps, completedSteps }) => missingSteps(requiredSteps, completedSteps),
    }),
    lastReviewed: t.expose('lastReviewed', {
      type: 'Date',
      description: 'When it was last reviewed; null where never.',
    }),
  }),
});
