import type { GraphQLResolveInfo } from 'graphql';
import { planRead } from '../../platform/graphql/plan-read.ts';
import type { GeoPointShape } from '../../platform/graphql/shared-types.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { NetworkTier, School } from './generated/client/client.ts';

type Filter = {
  readonly tiers?: readonly NetworkTier[] | null | undefined;
  readonly boards?: readonly WorkforceBoardCode[] | null | undefined;
};

const among = <Value>(values: readonly Value[] | null | undefined) =>
  values ? { in: [...values] } : undefined;

/** Where a school stands, or null where nobody said. */
export const locationOf = ({ lat, lon }: School): GeoPointShape | null =>
  lat === null || lon === null ? null : { lat, lon };

/** A school that can be shown on the map. */
export type MappedSchool = { readonly school: School; readonly location: GeoPointShape };

function placed(school: School): MappedSchool[] {
  const location = locationOf(school);
  return location ? [{ school, location }] : [];
}

/** The schools with a location, grouped by region, in one statement with whatever is asked of them. */
export async function mappedSchools(
  context: Context,
  info: GraphQLResolveInfo,
  { tiers, boards }: Filter,
): Promise<MappedSchool[]> {
  const query = planRead({ context, info, typeName: 'School', path: ['school'] });
  const rows = await context.read.many('school', {
    ...query,
    where: {
      tier: among(tiers),
      boardCode: among(boards),
      lat: { not: null },
      lon: { not: null },
    },
    orderBy: [{ boardCode: 'asc' }, { name: 'asc' }, { deseCode: 'asc' }],
  });
  return (rows as School[]).flatMap(placed);
}
