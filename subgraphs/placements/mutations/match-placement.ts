import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { requireCompliance, requireKnown } from '../moves/check-rules.ts';
import { movePlacement, writeMove } from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';
import { requireSlot, reserveSlot } from '../moves/reserve-slot.ts';

const MatchPlacementInput = builder.inputType('MatchPlacementInput', {
  description: 'A student and a site that chose each other.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that you have read.' }),
    note: t.string({ description: 'For the history; at most 1,000 characters.' }),
  }),
});

const MatchPlacementPayload = placementPayload('MatchPlacementPayload', 'What was matched.');

builder.mutationFields((t) => ({
  matchPlacement: t.field({
    type: MatchPlacementPayload,
    nullable: true,
    description: 'Matches a proposed placement, which takes a slot of its opportunity.',
    args: {
      input: t.arg({ type: MatchPlacementInput, required: true, description: 'Which placement.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      movePlacement(
        context,
        { mutation: 'matchPlacement', key, input, what: 'match', to: 'MATCHED' },
        async (transaction, placement, mover) => {
          const { id, opportunityId } = placement;
          // Who comes too late is told so, instead of waiting for those who were first.
          if (opportunityId) await requireSlot(transaction, opportunityId);
          requireCompliance(await requireKnown(transaction, id, mover.now), 'MATCHED');
          if (opportunityId) await reserveSlot(transaction, opportunityId);
          await writeMove(transaction, placement, mover, { to: 'MATCHED', note: input.note });
        },
      ),
  }),
}));
