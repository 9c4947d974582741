import { ruleViolated } from '../../../platform/errors.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { blockerOf } from '../domain/compliance/findings.ts';
import type { PlacementStatus } from '../domain/placement-moves.ts';
import { type KnownPlacement, readKnownPlacements } from '../known-placements.ts';
import type { Transaction } from '../locked-placement.ts';

/** A placement in this transaction, with all that the rules look at. */
export async function requireKnown(
  transaction: Transaction,
  id: string,
  now: Date,
): Promise<KnownPlacement> {
  const known = await readKnownPlacements(transaction, [id], dayInMassachusetts(now));
  const found = known.get(id);
  if (!found) throw new Error(`Placement "${id}" was locked and is not there.`);
  return found;
}

/** Refuses a status that a compliance rule keeps a placement from. */
export function requireCompliance({ facts }: KnownPlacement, entering: PlacementStatus): void {
  const blocker = blockerOf(facts, entering);
  if (blocker) throw ruleViolated(blocker.rule, blocker.message);
}
