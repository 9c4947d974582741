import { forbidden, notFound, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { planRead } from '../../../platform/graphql/plan-read.ts';
import { isUuid } from '../../../platform/ids.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { canWriteMyCap, visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { activityDateFit } from '../domain/activity-date.ts';
import { activityFit } from '../domain/activity-stage.ts';
import type { Prisma } from '../generated/client/client.ts';
import { openPlanOf } from '../plans.ts';
import { requireStudent } from '../students.ts';
import { CareerActivity } from '../types/career-activity.ts';
import { ActivityTypeEnum, CareerStageEnum } from '../types/enums.ts';
import { unlessTaken } from './unless-taken.ts';

/** The longest reflection, in characters: about two pages. */
const MAX_REFLECTION = 5_000;
type Transaction = Prisma.TransactionClient;

const RecordActivityInput = builder.inputType('RecordActivityInput', {
  description: 'Something a student did.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'On whose open MyCAP plan.' }),
    type: t.field({ type: ActivityTypeEnum, required: true, description: 'What it was.' }),
    stage: t.field({
      type: CareerStageEnum,
      description: "The stage; where given, it must be the chart's. The chart's where not.",
    }),
    date: t.field({
      type: 'Date',
      required: true,
      description: 'When it was done: from the day the plan was opened to today.',
    }),
    eventId: t.id({ description: 'The career event it was part of; once on a plan.' }),
    reflection: t.string({
      description: 'What the student thought of it; at most 5,000 characters.',
    }),
  }),
});
type Input = typeof RecordActivityInput.$inferInput;

const RecordActivityPayload = builder
  .objectRef<{ readonly activityId: string }>('RecordActivityPayload')
  .implement({
    description: 'What was recorded.',
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      activity: t.field({
        type: CareerActivity,
        description: 'The activity, as it stands on the plan.',
        resolve: async ({ activityId: id }, _args, context, info) => {
          const query = planRead({ context, info });
          const plan = { student: visibleStudents(context.actor) };
          const rows = await context.read.many('careerActivity', { ...query, where: { id, plan } });
          return rows[0] ?? null;
        },
      }),
    }),
  });

function checkShape({ eventId, reflection }: Input): void {
  if (eventId && !isUuid(eventId)) throw notFound('CareerEvent', eventId);
  checkTexts({ reflection }, MAX_REFLECTION);
}

function checkDate(context: Context, date: Date, openedOn: Date): void {
  const day = isoDay(date);
  const fit = activityDateFit(day, isoDay(openedOn), dayInMassachusetts(context.now));
  if (fit.status === 'before-the-plan')
    throw ruleViolated('ACTIVITY_DATE', `"${day}" is before the plan was opened on ${fit.opened}.`);
  if (fit.status === 'in-the-future')
    throw ruleViolated('ACTIVITY_DATE', `"${day}" is in the future; today is ${fit.today}.`);
}

async function chartedStage(transaction: Transaction, { type, stage }: Input) {
  const charted = await transaction.activityStage.findUniqueOrThrow({ where: { type } });
  const fit = activityFit(charted.stage, stage ?? charted.stage);
  if (fit.status === 'belongs-elsewhere')
    throw ruleViolated('ACTIVITY_STAGE', `${type} belongs to ${fit.right}, not to ${stage}.`);
  return charted.stage;
}

builder.mutationFields((t) => ({
  recordActivity: t.field({
    type: RecordActivityPayload,
    nullable: true,
    description: "Records something a student did on the student's open MyCAP plan.",
    args: {
      input: t.arg({ type: RecordActivityInput, required: true, description: 'What was done.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const recordedBy = requireSignedIn(context, '"recordActivity"');
      checkShape(input);
      const student = await requireStudent(context, input.studentId);
      if (!canWriteMyCap(context.actor))
        throw forbidden(context.actor.role, 'write on a MyCAP plan');
      const activityId = await once(
        context,
        { mutation: 'recordActivity', key, input },
        // A replay answers what was recorded, whatever became of the plan since.
        async (transaction: Transaction) => {
          const plan = openPlanOf(student);
          checkDate(context, input.date, plan.openedOn);
          const stage = await chartedStage(transaction, input);
          const data: Prisma.CareerActivityUncheckedCreateInput = {
            planId: plan.id,
            type: input.type,
            stage,
            date: input.date,
            eventId: input.eventId ?? null,
            reflection: input.reflection ?? null,
            recordedBy,
          };
          const { id } = await unlessTaken(
            transaction.careerActivity.create({ data, select: { id: true } }),
            () => ruleViolated('EVENT_RECORDED_ALREADY', 'This event stands on the plan already.'),
          );
          return id;
        },
      );
      return { activityId };
    },
  }),
}));
