import { badUserInput, forbidden, notFound } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { canWriteWblPlan } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { BASELINE_WITHIN_DAYS, isLateBaseline } from '../domain/review-date.ts';
import { CAN_BE_REVIEWED } from '../domain/under-way.ts';
import type { Placement } from '../generated/client/client.ts';
import { lockPlacement, requireStatus, type Transaction } from '../locked-placement.ts';
import { checkDay, checkOrder, checkRatings, checkReviewer } from '../reviews/check-review.ts';
import { EmployabilitySkillEnum, ReviewKindEnum } from '../types/enums.ts';
import { RuleWarning, type Warning } from '../types/rule-warning.ts';
import { WblReview } from '../types/wbl-review.ts';
import { requirePlan, writtenReview } from '../visible-rows.ts';

/** Of goals or comments, in characters: about two pages. */
const MAX_TEXT = 5_000;

const SkillRatingInput = builder.inputType('SkillRatingInput', {
  description: 'The rating of one skill: of an employability skill or of a career skill.',
  fields: (t) => ({
    employabilitySkill: t.field({
      type: EmployabilitySkillEnum,
      description: 'The employability skill; left out for a career skill.',
    }),
    careerSkillId: t.id({
      description: 'A career skill of the plan; left out for an employability skill.',
    }),
    score: t.int({ required: true, description: 'From 1 to 5.' }),
  }),
});

const AddReviewInput = builder.inputType('AddReviewInput', {
  description: "A supervisor's review, as it was held.",
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Of which Work-Based Learning Plan.' }),
    kind: t.field({ type: ReviewKindEnum, required: true, description: 'When in the placement.' }),
    date: t.field({
      type: 'Date',
      required: true,
      description:
        'When it was held: at most 14 days outside the placement, and not in the future.',
    }),
    supervisorId: t.id({
      description: "Who reviewed, of the placement's site. Left out only where it has no site.",
    }),
    ratings: t.field({
      type: [SkillRatingInput],
      required: true,
      description:
        'Each skill of the plan once: the six employability skills and its career skills.',
    }),
    goals: t.string({
      description: 'What was agreed for the time after; at most 5,000 characters.',
    }),
    comments: t.string({ description: "The supervisor's comments; at most 5,000 characters." }),
  }),
});
export type AddReviewRequest = typeof AddReviewInput.$inferInput;

type Payload = { readonly reviewId: string; readonly warnings: readonly Warning[] };
const AddReviewPayload = builder.objectRef<Payload>('AddReviewPayload').implement({
  description: 'What was added.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    review: t.field({
      type: WblReview,
      nullable: true,
      description: 'The review.',
      resolve: ({ reviewId }, _args, context, info) => writtenReview(context, info, reviewId),
    }),
    warnings: t.field({
      type: [RuleWarning],
      nullable: true,
      description: 'What is unusual about it: one a rule, at most 5.',
      resolve: ({ warnings }) => [...warnings],
    }),
  }),
});

function checkShape({ goals, comments, ratings, supervisorId }: AddReviewRequest): void {
  checkTexts({ goals, comments }, MAX_TEXT);
  if (supervisorId && !isUuid(supervisorId)) throw notFound('Supervisor', supervisorId);
  const skills = ratings.map(({ employabilitySkill, careerSkillId }) => [
    employabilitySkill,
    careerSkillId,
  ]);
  if (skills.some((names) => names.filter(Boolean).length !== 1))
    throw badUserInput(
      'Each of "ratings" names either an "employabilitySkill" or a "careerSkillId".',
    );
}

function warningsOf({ kind, date }: AddReviewRequest, { startDate }: Placement): Warning[] {
  if (kind !== 'BASELINE' || !isLateBaseline(isoDay(date), isoDay(startDate))) return [];
  const message = `The baseline is later than ${BASELINE_WITHIN_DAYS} days after the start: it says less of where the student began.`;
  return [{ rule: 'BASELINE_LATE', message }];
}

type Asked = {
  readonly input: AddReviewRequest;
  readonly placementId: string;
  readonly recordedBy: string;
  readonly context: Context;
};

async function write(
  transaction: Transaction,
  { input, placementId, recordedBy, context }: Asked,
): Promise<string> {
  // Reviews of one plan, and drafts of it, are written one after the other.
  const placement = await lockPlacement(transaction, placementId);
  requireStatus(placement, CAN_BE_REVIEWED, 'be reviewed');
  checkDay(input.date, placement, dayInMassachusetts(context.now));
  await checkOrder(transaction, input);
  await checkReviewer(transaction, input, placement.siteId);
  await checkRatings(transaction, input);
  const { planId, kind, date, supervisorId, goals, comments } = input;
  const scores = input.ratings.map(({ employabilitySkill, careerSkillId, score }, position) => ({
    position,
    employabilitySkill: employabilitySkill ?? null,
    careerSkillId: careerSkillId ?? null,
    score,
  }));
  const { id } = await transaction.wblReview.create({
    data: {
      ...{ planId, kind, date, recordedBy },
      supervisorId: supervisorId ?? null,
      goals: goals ?? null,
      comments: comments ?? null,
      scores: { createMany: { data: scores } },
    },
    select: { id: true },
  });
  return id;
}

builder.mutationFields((t) => ({
  addReview: t.field({
    type: AddReviewPayload,
    nullable: true,
    description:
      "Writes a supervisor's review into a Work-Based Learning Plan. The supervisor signs it later by a link.",
    args: {
      input: t.arg({ type: AddReviewInput, required: true, description: 'The review.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const recordedBy = requireSignedIn(context, '"addReview"');
      checkShape(input);
      const { placement } = await requirePlan(context, input.planId);
      if (!canWriteWblPlan(context.actor)) throw forbidden(context.actor.role, 'add a review');
      const asked = { input, placementId: placement.id, recordedBy, context };
      const reviewId = await once(
        context,
        { mutation: 'addReview', key, input },
        (transaction: Transaction) => write(transaction, asked),
      );
      return { reviewId, warnings: warningsOf(input, placement) };
    },
  }),
}));
