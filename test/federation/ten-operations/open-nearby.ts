import { expect, it } from 'vitest';
import { asked, type GraphNow, rowsOf } from './asked.ts';

/** By the spherical law of cosines, on an earth of 3,958.8 miles. */
const MILES = `3958.8 * acos(least(1, sin(radians(42.331918)) * sin(radians(s.lat))
  + cos(radians(42.331918)) * cos(radians(s.lat)) * cos(radians(s.lon + 71.09088))))`;
const NEARBY = `
  select o.id::text, o.title, o.wbl_type::text as "wblType", o.slots, o.hourly_wage_cents / 100.0::float as "hourlyWage",
         o.start_date::text as "startDate", s.name as site, s.town, e.name as employer, e.naics
    from opportunity o join site s on s.id = o.site_id join employer e on e.id = s.employer_id
   where o.board_code = 'BOSTON' and o.pay = 'EMPLOYER_PAID' and o.demand_rating = 'HIGH_WAGE_HIGH_DEMAND'
     and o.status = 'OPEN' and s.setting <> 'VIRTUAL' and ${MILES} <= 3
   order by o.start_date, o.id`;
const TAKEN = `
  select opportunity_id::text as id, count(*)::int as taken from placement
   where status in ('MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY') and opportunity_id is not null group by 1`;

type Offer = Readonly<
  Record<'id' | 'title' | 'wblType' | 'startDate' | 'site' | 'town' | 'employer', string>
> & { readonly slots: number; readonly hourlyWage: number; readonly naics: string | null };
type Found = {
  readonly opportunities: { readonly totalCount: number; readonly nodes: readonly object[] };
};

export function openNearby(graph: GraphNow): void {
  it('"OpenNearby" tells everybody what is open within three miles, paid well and in demand', async () => {
    const { data, errors } = await asked<Found>(graph(), 'open-nearby', {
      fetched: ['employers-and-sites', 'placements'],
      statements: 3,
    });
    expect(errors).toBeUndefined();
    const offers = await rowsOf<Offer>(graph(), 'employers-and-sites', NEARBY);
    const rows = await rowsOf<{ id: string; taken: number }>(graph(), 'placements', TAKEN);
    const taken = new Map(rows.map((row) => [row.id, row.taken]));
    const open = offers
      .map((offer) => ({ ...offer, slotsOpen: offer.slots - (taken.get(offer.id) ?? 0) }))
      .filter(({ slotsOpen }) => slotsOpen > 0);
    expect(open).not.toEqual([]);
    expect(data.opportunities.totalCount).toBe(open.length);
    expect(data.opportunities.nodes).toMatchObject(
      open.slice(0, 20).map(({ title, wblType, hourlyWage, slotsOpen, startDate, ...at }) => ({
        ...{ title, wblType, hourlyWage, slotsOpen, startDate },
        site: {
          ...{ name: at.site, town: at.town, onboarding: { status: expect.any(String) } },
          employer: { name: at.employer, naics: at.naics },
        },
      })),
    );
  });
}
