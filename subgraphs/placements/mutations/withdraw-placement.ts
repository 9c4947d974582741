import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { movePlacement, writeMove } from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';

const WithdrawPlacementInput = builder.inputType('WithdrawPlacementInput', {
  description: 'A placement that the student does not want any more.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that you have read.' }),
    note: t.string({ description: 'Why, for the history; at most 1,000 characters.' }),
  }),
});

const WithdrawPlacementPayload = placementPayload(
  'WithdrawPlacementPayload',
  'What was withdrawn.',
);

builder.mutationFields((t) => ({
  withdrawPlacement: t.field({
    type: WithdrawPlacementPayload,
    nullable: true,
    description: 'Ends a placement for the student before it starts; its slot is free again.',
    args: {
      input: t.arg({
        type: WithdrawPlacementInput,
        required: true,
        description: 'Which placement.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      movePlacement(
        context,
        { mutation: 'withdrawPlacement', key, input, what: 'withdraw', to: 'WITHDRAWN' },
        (transaction, placement, mover) =>
          writeMove(transaction, placement, mover, { to: 'WITHDRAWN', note: input.note }),
      ),
  }),
}));
