import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { movePlacement, writeMove } from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';

const DeclinePlacementInput = builder.inputType('DeclinePlacementInput', {
  description: 'A placement that the site or the school does not take up.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({
      description: 'The `version` that you have read. Who may not read it leaves it out.',
    }),
    note: t.string({ description: 'Why, for the history; at most 1,000 characters.' }),
  }),
});

const DeclinePlacementPayload = placementPayload('DeclinePlacementPayload', 'What was declined.');

builder.mutationFields((t) => ({
  declinePlacement: t.field({
    type: DeclinePlacementPayload,
    nullable: true,
    description:
      'Ends a placement for the site or the school before it starts; its slot is free again.',
    args: {
      input: t.arg({
        type: DeclinePlacementInput,
        required: true,
        description: 'Which placement.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      movePlacement(
        context,
        { mutation: 'declinePlacement', key, input, what: 'decline', to: 'DECLINED' },
        (transaction, placement, mover) =>
          writeMove(transaction, placement, mover, { to: 'DECLINED', note: input.note }),
      ),
  }),
}));
