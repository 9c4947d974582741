import { ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import { earlyEnd } from '../domain/early-end.ts';
import type { Placement } from '../generated/client/client.ts';
import { daysOf } from '../locked-placement.ts';
import { movePlacement, writeMove } from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';

const EndPlacementEarlyInput = builder.inputType('EndPlacementEarlyInput', {
  description: 'A placement that ends before it is done.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that you have read.' }),
    endedOn: t.field({
      type: 'Date',
      description: 'The last day: not before the first, not in the future. Today where not given.',
    }),
    note: t.string({
      required: true,
      description: 'Why, for the history; at most 1,000 characters.',
    }),
  }),
});
type Input = typeof EndPlacementEarlyInput.$inferInput;

const EndPlacementEarlyPayload = placementPayload('EndPlacementEarlyPayload', 'What ended.');

/** The last day, if it can be one. Today may be past the planned end: then that is the last day. */
function lastDay(placement: Placement, { endedOn }: Input, now: Date): Date {
  const today = dayInMassachusetts(now);
  const days = daysOf(placement);
  const usual = days.end !== null && days.end < today ? days.end : today;
  const day = endedOn ? isoDay(endedOn) : usual;
  const fit = earlyEnd(day, days, today);
  const refuse = (why: string) => ruleViolated('END_DATE', `"${day}" is ${why}.`);
  if (fit.status === 'before-the-start') throw refuse(`before the first day, ${fit.start}`);
  if (fit.status === 'after-the-end') throw refuse(`after the planned last day, ${fit.end}`);
  if (fit.status === 'in-the-future') throw refuse(`in the future; today is ${fit.today}`);
  return new Date(day);
}

builder.mutationFields((t) => ({
  endPlacementEarly: t.field({
    type: EndPlacementEarlyPayload,
    nullable: true,
    description: 'Ends a placement that has begun and will not be completed.',
    args: {
      input: t.arg({
        type: EndPlacementEarlyInput,
        required: true,
        description: 'Which placement.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      movePlacement(
        context,
        { mutation: 'endPlacementEarly', key, input, what: 'end early', to: 'ENDED_EARLY' },
        (transaction, placement, mover) => {
          const data = { endDate: lastDay(placement, input, mover.now) };
          const written = { to: 'ENDED_EARLY', note: input.note, data } as const;
          return writeMove(transaction, placement, mover, written);
        },
      ),
  }),
}));
