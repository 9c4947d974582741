import { badUserInput, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { completeStep } from '../domain/onboarding-states.ts';
import { once } from '../once.ts';
import { lockSite, onboardingOf, requireOnboardable } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { OnboardingStepEnum } from '../types/enums.ts';
import { sitePayload } from './site-payload.ts';

const CompleteOnboardingStepInput = builder.inputType('CompleteOnboardingStepInput', {
  description: 'A step on the way to hosting students that is behind a site.',
  fields: (t) => ({
    siteId: t.id({ required: true, description: 'Which site.' }),
    step: t.field({ type: OnboardingStepEnum, required: true, description: 'Which step.' }),
    completedOn: t.field({
      type: 'Date',
      description: 'The day it was completed, today or before. Today where not given.',
    }),
  }),
});
type Input = typeof CompleteOnboardingStepInput.$inferInput;

const CompleteOnboardingStepPayload = sitePayload(
  'CompleteOnboardingStepPayload',
  'How far the site is now.',
);

function dayOf({ completedOn }: Input, { now }: Context): Date {
  const today = dayInMassachusetts(now);
  if (completedOn && isoDay(completedOn) > today)
    throw badUserInput(
      `"completedOn" cannot be ${isoDay(completedOn)}, in the future; today is ${today}.`,
    );
  return completedOn ?? new Date(today);
}

async function complete(transaction: Transaction, { siteId, step }: Input, day: Date) {
  const site = await lockSite(transaction, siteId);
  const after = completeStep(onboardingOf(site), step);
  if (!after)
    throw ruleViolated(
      'SITE_STATUS',
      `Site "${siteId}" is RETIRED and takes no more steps. Add a new site to onboard it again.`,
    );
  const reviewed = site.lastReviewed && site.lastReviewed > day ? site.lastReviewed : day;
  await transaction.site.update({
    where: { id: siteId },
    data: {
      onboardingStatus: after.status,
      completedSteps: [...after.completed],
      lastReviewed: reviewed,
      version: { increment: 1 },
    },
  });
  return siteId;
}

builder.mutationFields((t) => ({
  completeOnboardingStep: t.field({
    type: CompleteOnboardingStepPayload,
    nullable: true,
    description:
      "Completes a step of a site's onboarding, and moves it on as far as its steps carry: with the last one that is required it is ACTIVE. For staff of the region's board. Two people may complete different steps at once.",
    args: {
      input: t.arg({
        type: CompleteOnboardingStepInput,
        required: true,
        description: 'Which step of which site.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"completeOnboardingStep"');
      const day = dayOf(input, context);
      await requireOnboardable(context, input.siteId, 'onboard this site');
      const siteId = await once(
        context,
        { mutation: 'completeOnboardingStep', key, input },
        (transaction: Transaction) => complete(transaction, input, day),
      );
      return { siteId };
    },
  }),
}));
