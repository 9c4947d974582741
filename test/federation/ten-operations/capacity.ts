import { expect, it } from 'vitest';
import { asked, type GraphNow, rowsOf } from './asked.ts';

const YEAR = 2027;
const OFFERS = `
  select id::text, board_code::text as board, slots, pay <> 'UNPAID' as paid from opportunity
   where status = 'OPEN' and start_date between '2026-07-01' and '2027-06-30' and end_date >= '2026-10-05'`;
const TAKEN = `
  select opportunity_id::text as id, count(*)::int as taken from placement
   where status in ('MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY') and opportunity_id is not null group by 1`;
const ARRANGED = `
  select distinct student_id::text as id from placement where status in ('PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE')`;
const READY = `
  select s.board_code::text as board, count(*)::int as students from student s join my_cap_plan p on p.open_for = s.id
   where s.enrollment_status = 'ENROLLED' and not s.id = any($1::uuid[])
     and (p.current_stage = 'CAREER_IMMERSION' or p.current_stage = 'CAREER_EXPLORATION' and s.grade >= 10)
   group by 1`;
const PARTNERS = `
  select s.board_code::text as board, count(distinct s.dese_code)::int as schools
    from school s join partnership_school c on c.school_code = s.dese_code
    join partnership_agreement a on a.id = c.agreement_id
   where a.fiscal_year = $1 and a.status = 'ACTIVE' and s.closed_on is null group by 1`;
const CONVENINGS = `
  select board_code::text as board, count(*)::int as convenings from convening
   where date between '2026-07-01' and '2027-06-30' group by 1`;

type Board = {
  readonly code: string;
  readonly capacityVsDemand: {
    readonly openSlots: number;
    readonly paidSlots: number;
    readonly studentsReadyForImmersion: number | null;
    readonly unmetDemand: number | null;
    readonly byCluster: readonly { readonly openSlots: number }[];
  };
  readonly schools: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly partnership: {
        readonly status: string;
        readonly coordinators: readonly object[];
        readonly commitments: readonly { readonly side: string }[];
      };
    }[];
  };
  readonly convenings: readonly object[];
};
type Offer = {
  readonly id: string;
  readonly board: string;
  readonly slots: number;
  readonly paid: boolean;
};

async function openSlots(graph: ReturnType<GraphNow>) {
  const offers = await rowsOf<Offer>(graph, 'employers-and-sites', OFFERS);
  const rows = await rowsOf<{ id: string; taken: number }>(graph, 'placements', TAKEN);
  const taken = new Map(rows.map((row) => [row.id, row.taken]));
  return (is: (offer: Offer) => boolean) =>
    offers.filter(is).reduce((sum, { id, slots }) => sum + slots - (taken.get(id) ?? 0), 0);
}

type ByBoard<Name extends string> = { readonly board: string } & Readonly<Record<Name, number>>;

export function capacity(graph: GraphNow): void {
  it('"Capacity" tells a board where slots are short of students, and what was agreed with schools', async () => {
    const { data, errors } = await asked<{ readonly workforceBoards: readonly Board[] }>(
      graph(),
      'capacity',
      {
        as: 'board-staff',
        variables: { year: YEAR },
        fetched: ['schools-and-network', 'placements'],
        statements: 5,
      },
    );
    expect(errors).toBeUndefined();
    const open = await openSlots(graph());
    const arranged = await rowsOf<{ id: string }>(graph(), 'placements', ARRANGED);
    const ids = arranged.map(({ id }) => id);
    const ready = await rowsOf<ByBoard<'students'>>(graph(), 'students-and-mycap', READY, [ids]);
    const partners = await rowsOf<ByBoard<'schools'>>(graph(), 'schools-and-network', PARTNERS, [
      YEAR,
    ]);
    const held = await rowsOf<ByBoard<'convenings'>>(graph(), 'schools-and-network', CONVENINGS);
    const boards = data.workforceBoards;
    expect(boards).toHaveLength(16);
    for (const { code, capacityVsDemand: shown, schools, convenings } of boards) {
      const of = (row: { readonly board: string }) => row.board === code;
      expect(shown.openSlots).toBe(open(of));
      expect(shown.paidSlots).toBe(open((offer) => of(offer) && offer.paid));
      const students = ready.find(of)?.students ?? 0;
      if (shown.studentsReadyForImmersion !== null) {
        expect(shown.studentsReadyForImmersion).toBe(students);
        expect(shown.unmetDemand).toBe(Math.max(0, students - shown.openSlots));
      }
      expect(schools.totalCount).toBe(partners.find(of)?.schools ?? 0);
      expect(convenings).toHaveLength(held.find(of)?.convenings ?? 0);
      for (const { partnership } of schools.nodes) {
        expect(partnership.status).toBe('ACTIVE');
        expect(partnership.coordinators).not.toEqual([]);
        expect(new Set(partnership.commitments.map(({ side }) => side)).size).toBe(2);
      }
    }
    const shown = boards.map((board) => board.capacityVsDemand);
    expect(shown.filter(({ studentsReadyForImmersion }) => studentsReadyForImmersion)).not.toEqual(
      [],
    );
    expect(shown.some((each) => each.openSlots > 0)).toBe(true);
    expect(boards.some(({ schools }) => schools.totalCount > 0)).toBe(true);
  });
}
