import type { GeoPointShape } from '../../platform/graphql/shared-types.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { MapPoint } from './domain/geo-json.ts';
import { textEquivalent } from './domain/text-equivalent.ts';
import { type NetworkTier, tierIn } from './domain/tier.ts';
import type { Prisma, School } from './generated/client/client.ts';
import { whereAnyTier } from './tier-filter.ts';
import { fiscalYearNow } from './today.ts';

export type MapFilter = {
  readonly tiers?: readonly NetworkTier[] | null | undefined;
  readonly boards?: readonly WorkforceBoardCode[] | null | undefined;
};

/** Where a school stands, or null where nobody said. */
export const locationOf = ({ lat, lon }: School): GeoPointShape | null =>
  lat === null || lon === null ? null : { lat, lon };

/** A school that can be shown on the map, with what it shows there. */
export type MappedSchool = Omit<MapPoint, 'boardCode'> & {
  readonly boardCode: WorkforceBoardCode;
  readonly school: School;
};

const placed =
  (fiscalYear: number) =>
  (school: School): MappedSchool[] => {
    const location = locationOf(school);
    if (!location) return [];
    const { deseCode, name, town, boardCode } = school;
    const tier = tierIn(fiscalYear, school);
    const shown = { deseCode, name, town, boardCode, tier };
    return [{ ...shown, school, location, textEquivalent: textEquivalent(shown) }];
  };

/** The open schools with a location, grouped by region, in one statement with whatever is asked of them. */
export async function mappedSchools(
  context: Context,
  { tiers, boards }: MapFilter,
  query: Pick<Prisma.SchoolFindManyArgs, 'include'> = {},
): Promise<MappedSchool[]> {
  const year = fiscalYearNow(context);
  const rows = await context.read.many('school', {
    ...query,
    where: {
      AND: tiers ? whereAnyTier(tiers, year) : {},
      boardCode: boards ? { in: [...boards] } : undefined,
      closedOn: null,
      lat: { not: null },
      lon: { not: null },
    },
    orderBy: [{ boardCode: 'asc' }, { name: 'asc' }, { deseCode: 'asc' }],
  });
  return (rows as School[]).flatMap(placed(year));
}
