import { expect, it } from 'vitest';
import { asked, type GraphNow, rowsOf } from './asked.ts';

/** The graduates of June 2026. */
const YEAR = 2026;
/** Who graduated as a concentrator, by what the owner of students says. */
const GRADUATES = `
  select s.id::text, s.board_code::text as board, array(select x::text from unnest(s.groups) x where x::text like 'RACE%') as races
    from student s join pathway_enrollment w on w.student_id = s.id
   where w.concentrator and s.enrollment_status = 'GRADUATED' and s.graduated_on between '2025-07-01' and '2026-06-30'`;
const TOOK_PART = `
  select distinct student_id::text as id from placement
   where status in ('COMPLETED', 'ENDED_EARLY')
     and case when wbl_type in ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE') then logged_minutes >= 6000
              else status = 'COMPLETED' and wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE') end`;
const BOARDS = 'select code::text, name from workforce_board';

type Graduate = { readonly id: string; readonly board: string; readonly races: readonly string[] };
type Cell = {
  readonly label: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly suppressed: boolean;
  readonly definitionVersion: string;
  readonly suppressionReason: string | null;
};
type Report = { readonly byBoard: readonly Cell[]; readonly byRace: readonly Cell[] };

const SMALLEST = 6;
const isSmall = (count: number) => count > 0 && count < SMALLEST;
const percentOf = (part: number, all: number) => Math.round((1000 * part) / all) / 10;

type Tally = { readonly numerator: number; readonly denominator: number };

function expectCell(cell: Cell, { numerator, denominator }: Tally): void {
  expect(cell.definitionVersion).not.toBe('');
  if (cell.suppressed) {
    expect(cell).toMatchObject({ numerator: null, denominator: null, percent: null });
    return;
  }
  const percent = denominator ? percentOf(numerator, denominator) : null;
  expect(cell).toMatchObject({ numerator, denominator, percent });
  expect([numerator, denominator, denominator - numerator].filter(isSmall)).toEqual([]);
}

export function perkins(graph: GraphNow): void {
  it('"Perkins" tells the state who took part, by region and by race, and nothing of a few', async () => {
    const { data, errors } = await asked<Report>(graph(), 'perkins', {
      as: 'state',
      variables: { year: YEAR },
      fetched: ['placements'],
      statements: 4,
    });
    expect(errors).toBeUndefined();
    const graduates = await rowsOf<Graduate>(graph(), 'students-and-mycap', GRADUATES);
    const rows = await rowsOf<{ id: string }>(graph(), 'placements', TOOK_PART);
    const took = new Set(rows.map(({ id }) => id));
    const countOf = (some: readonly Graduate[]) => ({
      numerator: some.filter(({ id }) => took.has(id)).length,
      denominator: some.length,
    });
    const boards = await rowsOf<{ code: string; name: string }>(
      graph(),
      'schools-and-network',
      BOARDS,
    );
    const shown = data.byBoard.filter(({ suppressed }) => !suppressed);
    expect(data.byBoard).toHaveLength(boards.length);
    for (const cell of data.byBoard) {
      const { code } = boards.find(({ name }) => name === cell.label) ?? {};
      expectCell(cell, countOf(graduates.filter(({ board }) => board === code)));
    }
    expect(shown.filter(({ numerator }) => (numerator ?? 0) > 0)).not.toEqual([]);

    const races = data.byRace.filter(({ suppressed }) => !suppressed);
    const percents = [
      'WHITE',
      'BLACK',
      'HISPANIC',
      'ASIAN',
      'MULTI',
      'NHPI',
      'AMERICAN_INDIAN',
    ].map((race) => countOf(graduates.filter((each) => each.races.includes(`RACE_${race}`))));
    const possible = percents.map(({ numerator, denominator }) =>
      percentOf(numerator, denominator),
    );
    for (const { percent } of races) expect([...possible, null]).toContain(percent);
    expect(races.filter(({ percent }) => percent !== null)).not.toEqual([]);
    for (const { suppressed, suppressionReason, percent } of data.byRace)
      expect(suppressed).toBe(suppressionReason !== null && percent === null);
  });
}
