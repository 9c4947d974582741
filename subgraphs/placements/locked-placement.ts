import { ruleViolated } from '../../platform/errors.ts';
import { isoDay } from '../../platform/massachusetts-time.ts';
import type { PlacementDays } from './domain/days.ts';
import type { Placement, PlacementStatus, Prisma } from './generated/client/client.ts';

export type Transaction = Prisma.TransactionClient;

/** A placement as it stands now, held so until the transaction ends. */
export async function lockPlacement(transaction: Transaction, id: string): Promise<Placement> {
  await transaction.$queryRaw`select 1 from placement where id = ${id}::uuid for no key update`;
  return transaction.placement.findUniqueOrThrow({ where: { id } });
}

/** The days of a placement, as rules read them. */
export const daysOf = ({
  startDate,
  endDate,
}: Pick<Placement, 'startDate' | 'endDate'>): PlacementDays => ({
  start: isoDay(startDate),
  end: endDate && isoDay(endDate),
});

/** Refuses what a placement's status does not allow. `what` ends "cannot …". */
export function requireStatus(
  { id, status }: { readonly id: string; readonly status: PlacementStatus },
  possible: readonly string[],
  what: string,
): void {
  if (possible.includes(status)) return;
  throw ruleViolated(
    'PLACEMENT_STATUS',
    `Placement "${id}" is ${status} and cannot ${what}. It can while it is ${possible.join(', ')}.`,
  );
}
