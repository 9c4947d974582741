import { badUserInput, forbidden, notFound } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { canWriteMyCap } from '../access.ts';
import { builder } from '../builder.ts';
import type { MyCapPlan, Prisma } from '../generated/client/client.ts';
import { MAX_SENTENCE } from '../limits.ts';
import { findGoal, openPlanOf } from '../plans.ts';
import { requireStudent } from '../students.ts';
import { MilestoneStatusEnum, MyCapDomainEnum } from '../types/enums.ts';
import { MyCapGoal } from '../types/my-cap-goal.ts';
import { EXPECTED_VERSION, requireChanged, requireVersion } from './version.ts';

const SetGoalInput = builder.inputType('SetGoalInput', {
  description: 'A new goal, or a change of one. What is left out of a change stays as it is.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'On whose open MyCAP plan.' }),
    goalId: t.id({ description: 'The goal to change; left out, this is a new one.' }),
    expectedVersion: t.int({ description: `${EXPECTED_VERSION} Needed with \`goalId\`.` }),
    domain: t.field({ type: MyCapDomainEnum, description: 'Needed for a new goal.' }),
    text: t.string({
      description: "In the student's words; needed for a new goal. At most 1,000 characters.",
    }),
    targetDate: t.field({ type: 'Date', description: 'By when.' }),
    status: t.field({
      type: MilestoneStatusEnum,
      description: 'Where it stands; a new goal is `PLANNED` where not given.',
    }),
    targetSoc: t.field({ type: 'SocCode', description: 'The occupation aimed at.' }),
  }),
});
type Input = typeof SetGoalInput.$inferInput;

const SetGoalPayload = builder.objectRef<{ readonly goalId: string }>('SetGoalPayload').implement({
  description: 'The goal that was set.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    goal: t.field({
      type: MyCapGoal,
      description: 'The goal as it stands now.',
      resolve: ({ goalId }, _args, context, info) => findGoal(context, goalId, info),
    }),
  }),
});

function checkShape({ goalId, expectedVersion, text }: Input): void {
  checkTexts({ text }, MAX_SENTENCE);
  if (goalId && (expectedVersion === null || expectedVersion === undefined))
    throw badUserInput('A change of a goal needs its "expectedVersion".');
}

async function create(transaction: Prisma.TransactionClient, planId: string, input: Input) {
  const { domain, text, targetDate, status, targetSoc } = input;
  if (!domain || !text) throw badUserInput('A new goal needs a "domain" and a "text".');
  const data = { planId, domain, text, targetDate, targetSoc, status: status ?? 'PLANNED' };
  const { id } = await transaction.myCapGoal.create({ data, select: { id: true } });
  return id;
}

async function change(
  transaction: Prisma.TransactionClient,
  planId: string,
  { goalId, expectedVersion, ...input }: Input & { readonly goalId: string },
) {
  const where = { id: goalId, planId };
  const goal = isUuid(goalId) ? await transaction.myCapGoal.findFirst({ where }) : null;
  if (!goal) throw notFound('MyCapGoal', goalId);
  requireVersion('goal', goal, expectedVersion);
  const changed = await transaction.myCapGoal.updateMany({
    where: { ...where, version: goal.version },
    data: {
      domain: input.domain ?? goal.domain,
      text: input.text ?? goal.text,
      targetDate: input.targetDate ?? goal.targetDate,
      status: input.status ?? goal.status,
      targetSoc: input.targetSoc ?? goal.targetSoc,
      version: { increment: 1 },
    },
  });
  requireChanged('goal', changed);
  return goal.id;
}

const write = (transaction: Prisma.TransactionClient, { id }: MyCapPlan, input: Input) =>
  input.goalId
    ? change(transaction, id, { ...input, goalId: input.goalId })
    : create(transaction, id, input);

builder.mutationField('setGoal', (t) =>
  t.field({
    type: SetGoalPayload,
    nullable: true,
    description: "Sets a goal on a student's open MyCAP plan, or changes one.",
    args: {
      input: t.arg({ type: SetGoalInput, required: true, description: 'The goal.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"setGoal"');
      checkShape(input);
      const student = await requireStudent(context, input.studentId);
      if (!canWriteMyCap(context.actor)) throw forbidden(context.actor.role, 'set a goal');
      const goalId = await once(
        context,
        { mutation: 'setGoal', key, input },
        (transaction: Prisma.TransactionClient) => write(transaction, openPlanOf(student), input),
      );
      return { goalId };
    },
  }),
);
