import { expect, it } from 'vitest';
import { asked, type GraphNow, rowsOf } from './asked.ts';

const WITHOUT_BASELINE = `
  select p.id::text, p.start_date::text as "startDate", p.site_id::text as site from placement p
   where p.board_code = 'METRO_NORTH' and p.status = 'ACTIVE'
     and not exists (select from wbl_plan w join wbl_review r on r.plan_id = w.id
                      where w.placement_id = p.id and r.kind = 'BASELINE')
   order by p.start_date desc, p.id`;
const SITES = `
  select s.id::text, s.name, (select coalesce(json_agg(u.email order by u.email), '[]') from supervisor u
    where u.site_id = s.id and u.left_on is null) as emails
    from site s where s.id = any($1::uuid[])`;

type Row = { readonly id: string; readonly startDate: string; readonly site: string | null };
type Site = { readonly id: string; readonly name: string; readonly emails: readonly string[] };
type Node = {
  readonly id: string;
  readonly startDate: string;
  readonly site: {
    readonly name: string;
    readonly supervisors: readonly { readonly email: string }[];
  } | null;
  readonly compliance: readonly { readonly rule: string }[];
};
type Missing = {
  readonly placements: { readonly totalCount: number; readonly nodes: readonly Node[] };
};

export function missingBaseline(graph: GraphNow): void {
  it('"MissingBaseline" tells a board which placements wait for a review, and in whose inbox', async () => {
    const { data } = await asked<Missing>(graph(), 'missing-baseline', {
      as: 'board-staff',
      fetched: ['placements', 'students-and-mycap', 'schools-and-network', 'employers-and-sites'],
      statements: 6,
    });
    const rows = await rowsOf<Row>(graph(), 'placements', WITHOUT_BASELINE);
    const ids = rows.map(({ site }) => site);
    const sites = await rowsOf<Site>(graph(), 'employers-and-sites', SITES, [ids]);
    const { totalCount, nodes } = data.placements;
    expect(rows).not.toEqual([]);
    expect(totalCount).toBe(rows.length);
    expect(
      nodes.map(({ id, startDate, site }) => ({
        ...{ id, startDate, name: site?.name },
        emails: site?.supervisors.map(({ email }) => email).toSorted(),
      })),
    ).toEqual(
      rows.map(({ id, startDate, site }) => {
        const at = sites.find((each) => each.id === site);
        return { id, startDate, name: at?.name, emails: at?.emails.toSorted() };
      }),
    );
    for (const { compliance } of nodes)
      expect(compliance.map(({ rule }) => rule)).toContain('TWO_REVIEWS_REQUIRED');
  });
}
