import { badUserInput, forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { isUuid } from '../../../platform/ids.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { type AttendanceScope, attendanceScope } from '../access.ts';
import { builder } from '../builder.ts';
import { lockCareerEvent, requireCareerEvent } from '../career-events.ts';
import type { Context } from '../context.ts';
import { attendanceFit } from '../domain/attendance.ts';
import type { CareerEvent } from '../generated/client/client.ts';
import { checkList, checkRange } from '../limits.ts';
import { once } from '../once.ts';
import type { Transaction } from '../transaction.ts';
import { careerEventPayload } from './career-event-payload.ts';

/** A large school's year. Who has more sends them in parts. */
const MAX_STUDENTS = 500;
const MAX_HEADCOUNT = 100_000;

const RecordEventAttendanceInput = builder.inputType('RecordEventAttendanceInput', {
  description: 'Who came to a career event.',
  fields: (t) => ({
    eventId: t.id({ required: true, description: 'To which event.' }),
    studentIds: t.idList({
      required: true,
      description: `The students who came, by their opaque ids; at most ${MAX_STUDENTS}. Those outside the caller's own schools, district or region are passed over.`,
    }),
    headcount: t.int({
      description: 'How many came in all, where that is more than the students named.',
    }),
  }),
});
type Input = typeof RecordEventAttendanceInput.$inferInput;

const RecordEventAttendancePayload = careerEventPayload(
  'RecordEventAttendancePayload',
  'The event that they came to.',
);

function checkShape({ studentIds, headcount }: Input): void {
  checkList('studentIds', studentIds, MAX_STUDENTS);
  checkRange({ headcount }, 0, MAX_HEADCOUNT);
  if (studentIds.length === 0 && (headcount === null || headcount === undefined))
    throw badUserInput('Nobody is said to have come. Name "studentIds", or a "headcount".');
  const wrong = studentIds.find((id) => !isUuid(id));
  if (wrong !== undefined)
    throw badUserInput(`"studentIds" cannot have "${wrong}". An entry is a student's "id".`);
}

function requireScope({ actor }: Context): AttendanceScope {
  const scope = attendanceScope(actor);
  if (!scope) throw forbidden(actor.role, 'record who came to an event');
  return scope;
}

/** What coming to the event is on a student's plan. */
function requireActivity(event: CareerEvent, { now }: Context): string {
  const today = dayInMassachusetts(now);
  const startDate = isoDay(event.startDate);
  const fit = attendanceFit({ type: event.type, startDate }, today);
  if (fit.status === 'not-for-students')
    throw ruleViolated('EVENT_NOT_FOR_STUDENTS', `${event.type} is for teachers; no student came.`);
  if (fit.status === 'not-yet')
    throw ruleViolated(
      'EVENT_NOT_YET',
      `The event starts on ${startDate}; today is ${today}. Record who came on that day or later.`,
    );
  return fit.activity;
}

type Recording = {
  readonly activityType: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly scope: AttendanceScope;
};

/** The event is locked, so that of two who record at once each counts the other's. */
async function record(transaction: Transaction, input: Input, recording: Recording) {
  const { eventId, studentIds, headcount } = input;
  await lockCareerEvent(transaction, eventId);
  const { scope, ...rest } = recording;
  await transaction.eventAttendance.createMany({
    data: [...new Set(studentIds)].map((studentId) => ({
      ...{ eventId, studentId, ...rest },
      scope: { ...scope },
    })),
    skipDuplicates: true,
  });
  await transaction.$executeRaw`update career_event set attendance = greatest(attendance, ${headcount ?? null}::int,
    (select nullif(count(distinct student_id), 0) from event_attendance where event_id = career_event.id)::int)
    where id = ${eventId}::uuid`;
  return eventId;
}

builder.mutationFields((t) => ({
  recordEventAttendance: t.field({
    type: RecordEventAttendancePayload,
    nullable: true,
    description:
      "Records who came to a career event. It becomes an activity on the plan of each student who is in the caller's scope. Recording a student again changes nothing. For staff of schools, districts and boards.",
    args: {
      input: t.arg({
        type: RecordEventAttendanceInput,
        required: true,
        description: 'Who, and to which event.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const recordedBy = requireSignedIn(context, '"recordEventAttendance"');
      checkShape(input);
      const scope = requireScope(context);
      const event = await requireCareerEvent(context, input.eventId);
      const activityType = requireActivity(event, context);
      const recording = { activityType, recordedBy, recordedAt: context.now, scope };
      const eventId = await once(
        context,
        { mutation: 'recordEventAttendance', key, input },
        (transaction: Transaction) => record(transaction, input, recording),
      );
      return { eventId };
    },
  }),
}));
