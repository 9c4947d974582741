import type { GraphQLResolveInfo } from 'graphql';
import { loaderOfMap } from '../../platform/loader.ts';
import { dayInMassachusetts } from '../../platform/massachusetts-time.ts';
import type { Context } from './context.ts';
import { type ComplianceFinding, complianceFindings } from './domain/compliance/findings.ts';
import { type KnownPlacement, readKnownPlacements } from './known-placements.ts';

/** What is to be seen to at a placement that the actor was let see: one statement for a whole page. */
export async function complianceOf(
  context: Context,
  id: string,
  info: GraphQLResolveInfo,
): Promise<readonly ComplianceFinding[]> {
  const today = dayInMassachusetts(context.now);
  const read = (ids: readonly string[]) => readKnownPlacements(context.db, ids, today);
  const found = await context
    .loader(info, () => loaderOfMap<KnownPlacement | null>(read, null))
    .load(id);
  return found ? complianceFindings(found.facts) : [];
}
