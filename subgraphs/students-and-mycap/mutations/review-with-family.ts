import { forbidden } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canReviewWithFamily } from '../access.ts';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/client/client.ts';
import { openPlanOf } from '../plans.ts';
import { requireStudent } from '../students.ts';
import { dayOrToday, requireDayWithin, today } from './dates.ts';
import { planPayload } from './payloads.ts';
import { EXPECTED_VERSION, requireChanged, requireVersion } from './version.ts';

const ReviewWithFamilyInput = builder.inputType('ReviewWithFamilyInput', {
  description: 'A review of the plan together with the family.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Whose open MyCAP plan.' }),
    reviewedOn: t.field({
      type: 'Date',
      description: 'When: not before the review before it. Today where not given.',
    }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
  }),
});

const ReviewWithFamilyPayload = planPayload('ReviewWithFamilyPayload', 'The plan reviewed.');

builder.mutationField('reviewWithFamily', (t) =>
  t.field({
    type: ReviewWithFamilyPayload,
    nullable: true,
    description: "Records that a student's open MyCAP plan was reviewed with the family.",
    args: {
      input: t.arg({
        type: ReviewWithFamilyInput,
        required: true,
        description: 'Whose, and when.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"reviewWithFamily"');
      const student = await requireStudent(context, input.studentId);
      if (!canReviewWithFamily(context.actor))
        throw forbidden(context.actor.role, 'record a review with the family');
      const planId = await once(
        context,
        { mutation: 'reviewWithFamily', key, input },
        async (transaction: Prisma.TransactionClient) => {
          const plan = openPlanOf(student);
          requireVersion('plan', plan, input.expectedVersion);
          const { id, version } = plan;
          const day = dayOrToday(context, input.reviewedOn);
          const from = isoDay(plan.reviewedWithFamilyOn ?? plan.openedOn);
          requireDayWithin('REVIEW_DATE', day, { from, to: today(context) });
          const changed = await transaction.myCapPlan.updateMany({
            where: { id, version, openFor: student.id },
            data: { reviewedWithFamilyOn: new Date(day), version: { increment: 1 } },
          });
          requireChanged('plan', changed);
          return id;
        },
      );
      return { planId };
    },
  }),
);
