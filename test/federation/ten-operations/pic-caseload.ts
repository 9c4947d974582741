import { expect, it } from 'vitest';
import { codesOf } from '../support/graph.ts';
import { asked, type GraphNow, rowsOf } from './asked.ts';

const SINCE = '2026-09-01';
const SCHOOLS = `
  select dese_code as code from school
   where board_code = 'BOSTON' and 11 = any(grades) and closed_on is null order by 1`;
const READY = `
  select s.id::text,
         (select count(*)::int from my_cap_goal g where g.plan_id = p.id) as goals,
         (select count(*)::int from student_support u where u.student_id = s.id) as supports,
         (select count(*)::int from consent c where c.student_id = s.id) as consents
    from student s join my_cap_plan p on p.open_for = s.id
   where s.school_code = any($1::text[]) and s.grade = 11 and s.enrollment_status = 'ENROLLED'
     and p.current_stage = 'CAREER_IMMERSION'`;
const PLACED = `
  select distinct student_id::text as id from placement
   where start_date >= $1 and status in ('MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY')`;

type Ready = {
  readonly id: string;
  readonly goals: number;
  readonly supports: number;
  readonly consents: number;
};
type Caseload = {
  readonly students: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly displayName: string | null;
      readonly grade: number;
      readonly myCap: { readonly goals: readonly object[] };
      readonly supports: readonly { readonly status: string; readonly type: string | null }[];
      readonly consents: readonly object[];
    }[];
  };
};

/** What a board's staff is told of students who have no placement: neither who they are, nor what support they have. */
const KEPT_FROM_BOARDS = /^students\.nodes\.\d+\.(displayName|supports\.\d+\.type)$/;

export function picCaseload(graph: GraphNow): void {
  it('"PicCaseload" tells the PIC, as the board, who is ready and was not placed', async () => {
    const schools = (await rowsOf<{ code: string }>(graph(), 'schools-and-network', SCHOOLS)).map(
      ({ code }) => code,
    );
    const { data, errors } = await asked<Caseload>(graph(), 'pic-caseload', {
      as: 'pic-board',
      variables: { schools, since: SINCE },
      fetched: ['students-and-mycap', 'schools-and-network'],
      statements: 3,
    });
    const ready = await rowsOf<Ready>(graph(), 'students-and-mycap', READY, [schools]);
    const placed = await rowsOf<{ id: string }>(graph(), 'placements', PLACED, [SINCE]);
    const ids = new Set(placed.map(({ id }) => id));
    const wanted = ready.filter(({ id }) => !ids.has(id));
    const { totalCount, nodes } = data.students;
    const told = nodes.map(({ id, myCap, supports, consents }) => ({
      id,
      goals: myCap.goals.length,
      supports: supports.length,
      consents: consents.length,
    }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(told.toSorted(byId)).toEqual(wanted.toSorted(byId));
    expect(totalCount).toBe(wanted.length);
    expect(wanted.length).toBeGreaterThan(2);
    expect(nodes.every(({ grade }) => grade === 11)).toBe(true);

    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['FORBIDDEN_FIELD']),
    );
    const refused = errors?.map(({ path }) => path?.join('.') ?? '') ?? [];
    expect(refused.filter((path) => !KEPT_FROM_BOARDS.test(path))).toEqual([]);
  });

  it('"PicCaseload" tells the PIC nothing as a third party, before a ledger proves what it read', async () => {
    const answer = await asked(graph(), 'pic-caseload', {
      as: 'partner',
      variables: { schools: [], since: SINCE },
      fetched: ['students-and-mycap'],
      statements: 0,
    });
    expect(answer.data).toEqual({ students: null });
    expect(codesOf(answer)).toEqual(['FORBIDDEN_FIELD']);
  });
}
