import { IDEMPOTENCY_KEY } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Placement } from '../generated/client/client.ts';
import type { KnownPlacement } from '../known-placements.ts';
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

/** What is known, with the permit as it is told now. */
function withPermit(known: KnownPlacement, { workPermitOnFile }: Input): KnownPlacement {
  const told = typeof workPermitOnFile === 'boolean' ? { workPermitOnFile } : {};
  return { ...known, facts: { ...known.facts, ...told } };
}

async function check(transaction: Transaction, placement: Placement, input: Input, now: Date) {
  const known = withPermit(await requireKnown(transaction, placement.id, now), input);
  requireEnrolled(placement, known);
  requireCompliance(known, 'ACTIVE');
  requireSupervisor(placement, known);
  // Who comes too late is told so, instead of waiting for those who were first.
  await requireHoursToFit(transaction, placement, known);
  await lockStudent(transaction, placement.studentId);
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
          const data = { workPermitOnFile: input.workPermitOnFile ?? undefined };
          const written = { to: 'ACTIVE', note: input.note, data } as const;
          await writeMove(transaction, placement, mover, written);
        },
      ),
  }),
}));
