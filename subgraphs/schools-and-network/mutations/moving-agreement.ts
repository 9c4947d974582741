import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import { once } from '../../../platform/graphql/once.ts';
import { sideOf } from '../access.ts';
import type { Context } from '../context.ts';
import {
  type AgreementState,
  type Move,
  moveAgreement,
  type Side,
} from '../domain/agreement-state.ts';
import { refusedMove } from '../domain/refused-move.ts';
import { type LockedAgreement, lockAgreement, type Transaction } from '../locks.ts';
import { requireAgreement } from '../rows.ts';
import { todayOf } from '../today.ts';
import { checkVersion } from './checks.ts';

function stateOf({ status, fiscalYear, signedByDistrict, signedByBoard }: LockedAgreement) {
  const signed: Side[] = [];
  if (signedByDistrict) signed.push('SCHOOL');
  if (signedByBoard) signed.push('WORKFORCE_BOARD');
  return { status, fiscalYear, signed };
}

type Asked = {
  readonly mutation: string;
  readonly move: Move;
  readonly key: string | null | undefined;
  readonly input: {
    readonly agreementId: string;
    readonly expectedVersion?: number | null | undefined;
  };
};
/** An agreement, locked and found able to move, and what the move makes of it. */
export type Moving = {
  readonly agreement: LockedAgreement;
  readonly next: AgreementState;
  readonly side: Side;
};

/**
 * Requires an agreement that the actor may see, allows its two sides only, and in one transaction
 * checks whether it can move and writes. Two who move it at once take turns.
 */
export async function moving(
  context: Context,
  { mutation, move, key, input }: Asked,
  write: (transaction: Transaction, moving: Moving) => Promise<string>,
): Promise<{ readonly agreementId: string }> {
  const found = await requireAgreement(context, input.agreementId);
  const side = sideOf(context.actor, found);
  if (!side)
    throw forbidden(context.actor.role, `${move} an agreement of another district and board`);
  const agreementId = await once(
    context,
    { mutation, key, input },
    async (transaction: Transaction) => {
      const agreement = await lockAgreement(transaction, found.id);
      checkVersion(input.expectedVersion, agreement.version);
      const moved = moveAgreement(stateOf(agreement), move, side, todayOf(context));
      if (moved.status === 'moved')
        return write(transaction, { agreement, next: moved.next, side });
      const { rule, message } = refusedMove(moved, move, side);
      throw ruleViolated(rule, message);
    },
  );
  return { agreementId };
}
