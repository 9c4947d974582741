import type { GraphQLResolveInfo } from 'graphql';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { onlyUuids } from '../../platform/ids.ts';
import { loaderBy } from '../../platform/loader.ts';
import { visiblePlacements } from './access.ts';
import type { Context } from './context.ts';
import type { Placement, WblPlan } from './generated/client/client.ts';

const idOf = (row: { readonly id: string }) => row.id;

/** Hidden and missing look the same: a caller must not learn that a placement exists. */
export async function findPlacement(context: Context, id: string, info: GraphQLResolveInfo) {
  requireReadable(context, 'EDUCATION_RECORD', 'Placement');
  return context
    .loader(
      info,
      () =>
        loaderBy<Placement>(idOf, (ids) => {
          const query = planRead({ context, info, typeName: 'Placement' });
          const where = { AND: [{ id: { in: onlyUuids(ids) } }, visiblePlacements(context.actor)] };
          return context.read.many('placement', { ...query, where }) as Promise<Placement[]>;
        }),
      'Placement',
    )
    .load(id);
}

/** The plan of a placement the actor may see, or null. */
export async function findWblPlan(context: Context, id: string, info: GraphQLResolveInfo) {
  requireReadable(context, 'EDUCATION_RECORD', 'WblPlan');
  return context
    .loader(
      info,
      () =>
        loaderBy<WblPlan>(idOf, (ids) => {
          const query = planRead({ context, info, typeName: 'WblPlan' });
          const placement = visiblePlacements(context.actor);
          const where = { id: { in: onlyUuids(ids) }, placement };
          return context.read.many('wblPlan', { ...query, where }) as Promise<WblPlan[]>;
        }),
      'WblPlan',
    )
    .load(id);
}
