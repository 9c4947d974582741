import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canWriteMyCap } from '../access.ts';
import { builder } from '../builder.ts';
import { isGrade } from '../domain/grade.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME } from '../limits.ts';
import { openPlanOf } from '../plans.ts';
import { requireStudent } from '../students.ts';
import { MyCapDomainEnum } from '../types/enums.ts';
import { milestonePayload } from './milestone-payload.ts';

const PlanMilestoneInput = builder.inputType('PlanMilestoneInput', {
  description: 'A task for a plan: of one domain, meant for one grade.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'On whose open MyCAP plan.' }),
    domain: t.field({ type: MyCapDomainEnum, required: true, description: 'Of which domain.' }),
    grade: t.int({ required: true, description: 'For which grade.' }),
    title: t.string({ required: true, description: 'What is to be done; at most 200 characters.' }),
    virtual: t.boolean({ description: 'Whether it is a distance lesson.' }),
  }),
});
type Input = typeof PlanMilestoneInput.$inferInput;

const PlanMilestonePayload = milestonePayload('PlanMilestonePayload', 'What was planned.');

async function plan(transaction: Prisma.TransactionClient, planId: string, input: Input) {
  const { domain, grade, title, virtual } = input;
  if (!isGrade(grade))
    throw ruleViolated('GRADE_OUT_OF_RANGE', `Grade ${grade} is not kept here; 6 to 12 are.`);
  const data = { planId, domain, grade, title, virtual: virtual ?? false };
  const { id } = await transaction.myCapMilestone.create({
    data: { ...data, status: 'PLANNED' },
    select: { id: true },
  });
  return id;
}

builder.mutationField('planMilestone', (t) =>
  t.field({
    type: PlanMilestonePayload,
    nullable: true,
    description: "Puts a milestone on a student's open MyCAP plan.",
    args: {
      input: t.arg({ type: PlanMilestoneInput, required: true, description: 'The milestone.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"planMilestone"');
      checkTexts({ title: input.title }, MAX_NAME);
      const student = await requireStudent(context, input.studentId);
      if (!canWriteMyCap(context.actor)) throw forbidden(context.actor.role, 'plan a milestone');
      const milestoneId = await once(
        context,
        { mutation: 'planMilestone', key, input },
        (transaction: Prisma.TransactionClient) => plan(transaction, openPlanOf(student).id, input),
      );
      return { milestoneId };
    },
  }),
);
