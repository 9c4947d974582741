import { ruleViolated } from '../../../platform/errors.ts';
import type { NetworkMembership } from '../generated/client/client.ts';
import type { Transaction } from '../locks.ts';

/** A school's membership that has not ended; there is one at most. */
export const findMembership = (transaction: Transaction, schoolCode: string) =>
  transaction.networkMembership.findFirst({ where: { schoolCode, leftOn: null } });

export async function requireMembership(
  transaction: Transaction,
  schoolCode: string,
): Promise<NetworkMembership> {
  const membership = await findMembership(transaction, schoolCode);
  if (membership) return membership;
  throw ruleViolated(
    'NOT_A_MEMBER',
    `School "${schoolCode}" is not a member of the network. It would join first.`,
  );
}
