import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isSchoolStaff } from '../access.ts';
import { builder } from '../builder.ts';
import { stageMove } from '../domain/stage-move.ts';
import type { MyCapPlan, Prisma } from '../generated/client/client.ts';
import { MAX_SENTENCE } from '../limits.ts';
import { openPlanOf } from '../plans.ts';
import { requireStudent } from '../students.ts';
import { CareerStageEnum } from '../types/enums.ts';
import { stagePayload } from './stage-payload.ts';
import { EXPECTED_VERSION, requireChanged, requireVersion } from './version.ts';

const RecordStageInput = builder.inputType('RecordStageInput', {
  description: 'A move between stages.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'On whose open MyCAP plan.' }),
    stage: t.field({
      type: CareerStageEnum,
      required: true,
      description: 'The stage the student stands in now.',
    }),
    reason: t.string({
      description: 'Why; needed where the stage moves back. At most 1,000 characters.',
    }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
  }),
});
type Input = typeof RecordStageInput.$inferInput;

const RecordStagePayload = stagePayload('RecordStagePayload', 'What was recorded.');

function requireMove({ currentStage, furthestStage }: MyCapPlan, { stage, reason }: Input) {
  const from = { current: currentStage, furthest: furthestStage };
  const move = stageMove(from, stage, reason ?? null);
  if (move.status === 'unchanged')
    throw ruleViolated('STAGE_UNCHANGED', `The plan stands in ${stage} already.`);
  if (move.status === 'back-without-reason')
    throw ruleViolated(
      'STAGE_REGRESSION_NEEDS_REASON',
      `From ${currentStage} back to ${stage} needs a "reason".`,
    );
  return move;
}

async function record(
  transaction: Prisma.TransactionClient,
  plan: MyCapPlan,
  input: Input,
  by: { readonly at: Date; readonly recordedBy: string },
): Promise<string> {
  requireVersion('plan', plan, input.expectedVersion);
  const { furthest } = requireMove(plan, input);
  const { stage, reason } = input;
  const changed = await transaction.myCapPlan.updateMany({
    where: { id: plan.id, version: plan.version, openFor: plan.studentId },
    data: { currentStage: stage, furthestStage: furthest, version: { increment: 1 } },
  });
  requireChanged('plan', changed);
  const step = { planId: plan.id, fromStage: plan.currentStage, toStage: stage };
  await transaction.stageTransition.create({ data: { ...step, reason: reason ?? null, ...by } });
  return plan.id;
}

builder.mutationField('recordStage', (t) =>
  t.field({
    type: RecordStagePayload,
    nullable: true,
    description:
      'Records the stage a student stands in. A step back needs a reason; a stage that is unusual for the grade is a finding.',
    args: {
      input: t.arg({ type: RecordStageInput, required: true, description: 'Which stage.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const recordedBy = requireSignedIn(context, '"recordStage"');
      checkTexts({ reason: input.reason }, MAX_SENTENCE);
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor)) throw forbidden(context.actor.role, 'record a stage');
      const planId = await once(
        context,
        { mutation: 'recordStage', key, input },
        (transaction: Prisma.TransactionClient) =>
          record(transaction, openPlanOf(student), input, { at: context.now, recordedBy }),
      );
      return { planId };
    },
  }),
);
