import { notFound, ruleViolated } from '../../../platform/errors.ts';
import type { OpportunityRef } from '../generated/client/client.ts';
import type { Transaction } from '../locked-placement.ts';

/** An opportunity students can be matched to. FILLED is a matter of slots, and those are counted here. */
const TAKES_STUDENTS: readonly string[] = ['OPEN', 'FILLED'];

/** Refuses an opportunity that takes nobody any more. */
export function requireOpen({ opportunityId, status }: OpportunityRef): void {
  if (TAKES_STUDENTS.includes(status)) return;
  throw ruleViolated(
    'OPPORTUNITY_NOT_OPEN',
    `Opportunity "${opportunityId}" is ${status}; students are placed at one that is OPEN.`,
  );
}

/** Refuses an opportunity all of whose slots are taken. Somebody may still come first: {@link reserveSlot} says. */
export async function requireSlot(transaction: Transaction, opportunityId: string): Promise<void> {
  const opportunity = await transaction.opportunityRef.findUnique({ where: { opportunityId } });
  if (!opportunity) throw notFound('Opportunity', opportunityId);
  requireOpen(opportunity);
  const { filled, slots } = opportunity;
  if (filled < slots) return;
  throw ruleViolated(
    'NO_SLOT_LEFT',
    `All ${slots} slots of opportunity "${opportunityId}" are taken. Choose another opportunity.`,
  );
}

/**
 * Makes sure that an opportunity has a slot left, and keeps others from taking it until the
 * transaction ends. The slot is taken by the placement's status: a trigger counts it.
 */
export async function reserveSlot(transaction: Transaction, opportunityId: string): Promise<void> {
  await transaction.$queryRaw`
    select 1 from opportunity_ref where opportunity_id = ${opportunityId}::uuid for no key update`;
  await requireSlot(transaction, opportunityId);
}
