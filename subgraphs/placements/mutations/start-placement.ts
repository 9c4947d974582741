import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Placement } from '../generated/client/client.ts';
import type { Transaction } from '../locked-placement.ts';
import { requireCompliance, requireKnown } from '../moves/check-rules.ts';
import { movePlacement, writeMove } from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';
import {
  lockStudent,
  requireEnrolled,
  requireHoursToFit,
  requireSupervisor,
} from '../moves/start-checks.ts';

const StartPlacementInput = builder.inputType('StartPlacementInput', {
  description: 'A placement that begins.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that you have read.' }),
    workPermitOnFile: t.boolean({
      description:
        'Whether the Youth Employment Permit for this job is on file: who is employed and under 18 needs it. Stays as it was where not given.',
    }),
    note: t.string({ description: 'For the history; at most 1,000 characters.' }),
  }),
});
type Input = typeof StartPlacementInput.$inferInput;

const StartPlacementPayload = placementPayload('StartPlacementPayload', 'What was started.');

async function check(transaction: Transaction, placement: Placement, input: Input, now: Date) {
  const { id, studentId } = placement;
  const { workPermitOnFile } = input;
  if (typeof workPermitOnFile === 'boolean')
    await transaction.placement.update({ where: { id }, data: { workPermitOnFile } });
  await lockStudent(transaction, studentId);
  const known = await requireKnown(transaction, id, now);
  requireEnrolled(placement, known);
  requireCompliance(known, 'ACTIVE');
  requireSupervisor(placement, known);
  await requireHoursToFit(transaction, placement, known);
}

builder.mutationFields((t) => ({
  startPlacement: t.field({
    type: StartPlacementPayload,
    nullable: true,
    description:
      'Starts an approved placement: with a work permit where one is needed, a Work-Based Learning Plan and an active site.',
    args: {
      input: t.arg({ type: StartPlacementInput, required: true, description: 'Which placement.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      movePlacement(
        context,
        { mutation: 'startPlacement', key, input, what: 'start', to: 'ACTIVE' },
        async (transaction, placement, mover) => {
          await check(transaction, placement, input, mover.now);
          await writeMove(transaction, placement, mover, { to: 'ACTIVE', note: input.note });
        },
      ),
  }),
}));
