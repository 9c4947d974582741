import { badUserInput, forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canWriteMyCap } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME } from '../limits.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { CareerStageEnum } from '../types/enums.ts';
import { dayOrToday, requireDayWithin, today } from './dates.ts';
import { stagePayload } from './stage-payload.ts';
import { unlessTaken } from './unless-taken.ts';

const StartMyCapInput = builder.inputType('StartMyCapInput', {
  description: 'A new plan.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Whose plan.' }),
    stage: t.field({
      type: CareerStageEnum,
      required: true,
      description: 'The stage the student stands in. It is recorded, not derived from the grade.',
    }),
    openedOn: t.field({
      type: 'Date',
      description: 'The first day of the plan; today where not given.',
    }),
    advisorId: t.id({ description: 'The caring adult who guides the plan: a staff contact.' }),
    localName: t.string({
      description: 'What the district calls it, where it is not "MyCAP"; at most 200 characters.',
    }),
  }),
});
type Input = typeof StartMyCapInput.$inferInput;

const StartMyCapPayload = stagePayload('StartMyCapPayload', 'The plan that was started.');

function checkShape({ advisorId, localName }: Input): void {
  if (advisorId && !isUuid(advisorId)) throw badUserInput(`"advisorId" cannot be "${advisorId}".`);
  checkTexts({ localName }, MAX_NAME);
}

function requireNoPlan({ id, enrollmentStatus, openPlan }: KnownStudent): void {
  if (enrollmentStatus !== 'ENROLLED')
    throw ruleViolated('NOT_ENROLLED', `Student "${id}" is not enrolled at a school.`);
  if (openPlan) throw alreadyOpen(id);
}

const alreadyOpen = (id: string) =>
  ruleViolated('ONE_OPEN_PLAN', `Student "${id}" already has an open MyCAP plan.`);

async function start(
  context: Context,
  transaction: Prisma.TransactionClient,
  student: KnownStudent,
  { stage, openedOn, advisorId, localName }: Input,
): Promise<string> {
  requireNoPlan(student);
  const day = dayOrToday(context, openedOn);
  const days = { from: isoDay(student.dateOfBirth), to: today(context) };
  requireDayWithin('PLAN_DATE', day, days);
  const recordedBy = context.actor.subject ?? '';
  const data = {
    studentId: student.id,
    openFor: student.id,
    status: 'NOT_STARTED' as const,
    currentStage: stage,
    furthestStage: stage,
    openedOn: new Date(day),
    advisorId: advisorId ?? null,
    localName: localName ?? null,
    stageHistory: { create: { toStage: stage, at: context.now, recordedBy } },
  };
  const plan = await unlessTaken(transaction.myCapPlan.create({ data, select: { id: true } }), () =>
    alreadyOpen(student.id),
  );
  // What was attended since the plan's first day belongs on it.
  await transaction.$executeRaw`select record_attendance(array[${student.id}::uuid])`;
  return plan.id;
}

builder.mutationField('startMyCap', (t) =>
  t.field({
    type: StartMyCapPayload,
    nullable: true,
    description: "Starts a student's MyCAP plan. A student has one open plan.",
    args: {
      input: t.arg({ type: StartMyCapInput, required: true, description: 'Whose plan.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"startMyCap"');
      checkShape(input);
      const student = await requireStudent(context, input.studentId);
      if (!canWriteMyCap(context.actor)) throw forbidden(context.actor.role, 'start a MyCAP plan');
      const planId = await once(
        context,
        { mutation: 'startMyCap', key, input },
        (transaction: Prisma.TransactionClient) => start(context, transaction, student, input),
      );
      return { planId };
    },
  }),
);
