import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { canLogHours } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { hoursDateFit } from '../domain/hours-date.ts';
import { HOURS_A_DAY, loggedHours } from '../domain/logged-hours.ts';
import { canTellHoursIn } from '../domain/under-way.ts';
import type { Placement } from '../generated/client/client.ts';
import { daysOf, lockPlacement, requireStatus, type Transaction } from '../locked-placement.ts';
import { HoursEntry } from '../types/hours-entry.ts';
import { requirePlacement, writtenHours } from '../visible-rows.ts';

const LogHoursInput = builder.inputType('LogHoursInput', {
  description: 'Hours worked on one day.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'In which placement.' }),
    workedOn: t.field({
      type: 'Date',
      required: true,
      description: 'The day: of the placement, and not in the future.',
    }),
    hours: t.field({
      type: 'Decimal',
      required: true,
      description: 'Hours to two decimals, more than 0. All entries of a day are at most 24 hours.',
    }),
  }),
});
type Input = typeof LogHoursInput.$inferInput;

const LogHoursPayload = builder
  .objectRef<{ readonly entryId: string }>('LogHoursPayload')
  .implement({
    description: 'What was logged.',
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      entry: t.field({
        type: HoursEntry,
        nullable: true,
        description: 'The entry; its placement has the new sum.',
        resolve: ({ entryId }, _args, context, info) => writtenHours(context, info, entryId),
      }),
    }),
  });

function checkDay(placement: Placement, workedOn: Date, today: string): void {
  const day = isoDay(workedOn);
  const fit = hoursDateFit(day, daysOf(placement), today);
  const refuse = (why: string) => ruleViolated('HOURS_DATE', `"${day}" ${why}.`);
  if (fit.status === 'before-the-start')
    throw refuse(`is before the placement starts on ${fit.start}`);
  if (fit.status === 'after-the-end') throw refuse(`is after the placement ends on ${fit.end}`);
  if (fit.status === 'in-the-future') throw refuse(`is in the future; today is ${fit.today}`);
}

function minutesOf({ hours, workedOn }: Input, before: number): number {
  const fit = loggedHours(hours, before);
  if (fit.status === 'fits') return fit.minutes;
  if (fit.status === 'not-positive')
    throw ruleViolated('HOURS_RANGE', `"hours" cannot be ${hours}. They are more than 0.`);
  if (fit.status === 'not-whole-minutes')
    throw ruleViolated(
      'HOURS_RANGE',
      `"hours" cannot be ${hours}. They make whole minutes, as ${fit.nearest} does.`,
    );
  throw ruleViolated(
    'HOURS_PER_DAY',
    `${hours} hours do not fit into ${isoDay(workedOn)}: of its ${HOURS_A_DAY}, ${fit.left} are left.`,
  );
}

/** The entry and the placement's sum change together, under the placement's lock. */
async function write(
  transaction: Transaction,
  { input, recordedBy, context }: { input: Input; recordedBy: string; context: Context },
): Promise<string> {
  const { placementId, workedOn } = input;
  const placement = await lockPlacement(transaction, placementId);
  const teller = context.actor.role === 'STUDENT' ? 'STUDENT' : 'STAFF';
  requireStatus(placement, canTellHoursIn(teller), 'be given hours by you');
  checkDay(placement, workedOn, dayInMassachusetts(context.now));
  const { _sum } = await transaction.hoursEntry.aggregate({
    where: { placementId, workedOn },
    _sum: { minutes: true },
  });
  const minutes = minutesOf(input, _sum.minutes ?? 0);
  const data = { placementId, workedOn, minutes, recordedBy };
  const { id } = await transaction.hoursEntry.create({ data, select: { id: true } });
  await transaction.placement.update({
    where: { id: placementId },
    data: { loggedMinutes: { increment: minutes } },
    select: { id: true },
  });
  return id;
}

builder.mutationFields((t) => ({
  logHours: t.field({
    type: LogHoursPayload,
    nullable: true,
    description:
      'Logs hours worked on one day of a placement: by the student while it is active, by staff also after it ended.',
    args: {
      input: t.arg({ type: LogHoursInput, required: true, description: 'Which hours.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const recordedBy = requireSignedIn(context, '"logHours"');
      await requirePlacement(context, input.placementId);
      if (!canLogHours(context.actor)) throw forbidden(context.actor.role, 'log hours');
      const entryId = await once(
        context,
        { mutation: 'logHours', key, input },
        (transaction: Transaction) => write(transaction, { input, recordedBy, context }),
      );
      return { entryId };
    },
  }),
}));
