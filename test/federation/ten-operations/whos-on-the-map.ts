import { expect, it } from 'vitest';
import { asked, type GraphNow, rowsOf } from './asked.ts';

/** Partners by an agreement of the fiscal year that both signed; members by the form. */
const NETWORK = `
  select s.dese_code as code, s.name, s.town, b.name as board,
         case when exists (select from partnership_school c join partnership_agreement a on a.id = c.agreement_id
                            where c.school_code = s.dese_code and a.fiscal_year = 2027 and a.status = 'ACTIVE')
              then 'PARTNER' else 'MEMBER' end as tier
    from school s join workforce_board b on b.code = s.board_code
   where s.lat is not null and s.closed_on is null
     and (exists (select from network_membership m where m.school_code = s.dese_code and m.left_on is null)
          or exists (select from partnership_school c join partnership_agreement a on a.id = c.agreement_id
                      where c.school_code = s.dese_code and a.fiscal_year = 2027 and a.status = 'ACTIVE'))`;

type Row = Readonly<Record<'code' | 'name' | 'town' | 'board' | 'tier', string>>;
type Feature = {
  readonly tier: string;
  readonly textEquivalent: string;
  readonly location: { readonly lat: number };
  readonly school: {
    readonly deseCode: string;
    readonly name: string;
    readonly town: string;
    readonly board: { readonly name: string };
  };
};

const byCode = (a: Row, b: Row) => (a.code < b.code ? -1 : 1);

export function whosOnTheMap(graph: GraphNow): void {
  it('"WhosOnTheMap" tells everybody the partners and the members, in points and in words', async () => {
    const { data, errors } = await asked<{ readonly networkMap: readonly Feature[] }>(
      graph(),
      'whos-on-the-map',
      { fetched: ['schools-and-network'], statements: 1 },
    );
    expect(errors).toBeUndefined();
    const rows = await rowsOf<Row>(graph(), 'schools-and-network', NETWORK);
    const told = data.networkMap.map(({ tier, school: { deseCode, name, town, board } }) => ({
      ...{ code: deseCode, name, town, board: board.name, tier },
    }));
    expect(told.toSorted(byCode)).toEqual(rows.toSorted(byCode));
    expect(new Set(rows.map(({ tier }) => tier))).toEqual(new Set(['PARTNER', 'MEMBER']));
    for (const { textEquivalent, school } of data.networkMap)
      expect(textEquivalent).toContain(school.name);
  });
}
