import { forbidden } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { approvalSideOf } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type ApprovalSide, sidesMissing } from '../domain/approvals.ts';
import type { Placement } from '../generated/client/client.ts';
import type { KnownPlacement } from '../known-placements.ts';
import type { Transaction } from '../locked-placement.ts';
import { requireGoal, requireGoalLink, requireRightToConsent } from '../moves/approval-checks.ts';
import { requireCompliance, requireKnown } from '../moves/check-rules.ts';
import {
  actOnce,
  MAX_NOTE,
  type Mover,
  requireLegalMove,
  requireReachable,
  writeMove,
} from '../moves/move-placement.ts';
import { placementPayload } from '../moves/placement-payload.ts';

const ApprovePlacementInput = builder.inputType('ApprovePlacementInput', {
  description: 'That your side agrees to a placement.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Which placement.' }),
    expectedVersion: t.int({
      description: 'The `version` that you have read. Who may not read it leaves it out.',
    }),
    myCapGoalId: t.id({
      description:
        "The goal of the student's MyCAP plan that it serves. The school's side needs one, here or from before.",
    }),
    note: t.string({ description: 'For the history; at most 1,000 characters.' }),
  }),
});
type Input = typeof ApprovePlacementInput.$inferInput;

const ApprovePlacementPayload = placementPayload('ApprovePlacementPayload', 'What was approved.');

type Approval = {
  readonly side: ApprovalSide;
  readonly input: Input;
  readonly mover: Mover;
  readonly context: Context;
};

function check(placement: Placement, known: KnownPlacement, approval: Approval): void {
  const { side, input, context } = approval;
  requireLegalMove(placement, 'APPROVED');
  requireRightToConsent(context.actor, known);
  if (input.myCapGoalId) requireGoal(known, input.myCapGoalId);
  requireGoalLink(side, input.myCapGoalId ?? placement.myCapGoalId);
  // Whether there is a consent is asked of all sides together, below.
  requireCompliance(
    { ...known, facts: { ...known.facts, consent: { status: 'given' } } },
    'APPROVED',
  );
}

async function giveApproval(
  transaction: Transaction,
  { id }: Placement,
  { side, input, mover: { by, now } }: Approval,
): Promise<void> {
  const given = { by, at: now };
  await transaction.placementApproval.upsert({
    where: { placementId_side: { placementId: id, side } },
    create: { placementId: id, side, ...given },
    update: given,
  });
  if (!input.myCapGoalId) return;
  await transaction.placement.update({
    where: { id },
    data: { myCapGoalId: input.myCapGoalId },
    select: { id: true },
  });
}

/** The student's side is given by a consent, be it the approval or one that names the employer. */
function missingSides({ approvals, facts: { site, consent } }: KnownPlacement) {
  const others = approvals.filter((side) => side !== 'STUDENT');
  const given = consent.status === 'given' ? [...others, 'STUDENT' as const] : others;
  return sidesMissing(site !== null, given);
}

async function approve(
  transaction: Transaction,
  placement: Placement,
  approval: Approval,
): Promise<void> {
  const { id } = placement;
  const { mover, input } = approval;
  check(placement, await requireKnown(transaction, id, mover.now), approval);
  await giveApproval(transaction, placement, approval);
  const missing = missingSides(await requireKnown(transaction, id, mover.now));
  if (missing.length === 0)
    return writeMove(transaction, placement, mover, { to: 'APPROVED', note: input.note });
  const data = { version: { increment: 1 } };
  await transaction.placement.update({ where: { id }, data, select: { id: true } });
}

builder.mutationFields((t) => ({
  approvePlacement: t.field({
    type: ApprovePlacementPayload,
    nullable: true,
    description:
      'Agrees to a matched placement for your side; it is APPROVED once school, site and student or family agree.',
    args: {
      input: t.arg({
        type: ApprovePlacementInput,
        required: true,
        description: 'Which placement.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"approvePlacement"');
      checkTexts({ note: input.note }, MAX_NOTE);
      await requireReachable(context, input.placementId);
      const side = approvalSideOf(context.actor);
      if (!side) throw forbidden(context.actor.role, 'approve a placement');
      if (side === 'SITE' && input.myCapGoalId)
        throw forbidden(context.actor.role, 'link a MyCAP goal');
      return actOnce(
        context,
        { mutation: 'approvePlacement', key, input },
        (transaction, placement, mover) =>
          approve(transaction, placement, { side, input, mover, context }),
      );
    },
  }),
}));
