import { ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import type { Placement } from '../generated/client/client.ts';
import { requireCompliance, requireKnown } from '../moves/check-rules.ts';
import { movePlacement, writeMove } from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';

const CompletePlacementInput = builder.inputType('CompletePlacementInput', {
  description: 'A placement that is done.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that you have read.' }),
    note: t.string({ description: 'For the history; at most 1,000 characters.' }),
  }),
});

const CompletePlacementPayload = placementPayload(
  'CompletePlacementPayload',
  'What was completed.',
);

function requireHours({ id, loggedMinutes }: Placement): void {
  if (loggedMinutes > 0) return;
  throw ruleViolated(
    'HOURS_REQUIRED',
    `No hours are logged for placement "${id}". Log them first.`,
  );
}

/** An end that nobody had set is today. */
function endOf({ startDate, endDate }: Placement, now: Date): Date {
  const today = new Date(dayInMassachusetts(now));
  return endDate ?? (today < startDate ? startDate : today);
}

builder.mutationFields((t) => ({
  completePlacement: t.field({
    type: CompletePlacementPayload,
    nullable: true,
    description: 'Completes a placement with its baseline and its final review and its hours.',
    args: {
      input: t.arg({
        type: CompletePlacementInput,
        required: true,
        description: 'Which placement.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      movePlacement(
        context,
        { mutation: 'completePlacement', key, input, what: 'complete', to: 'COMPLETED' },
        async (transaction, placement, mover) => {
          requireCompliance(await requireKnown(transaction, placement.id, mover.now), 'COMPLETED');
          requireHours(placement);
          const data = { endDate: endOf(placement, mover.now) };
          const written = { to: 'COMPLETED', note: input.note, data } as const;
          await writeMove(transaction, placement, mover, written);
        },
      ),
  }),
}));
