import { expect, it } from 'vitest';
import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import { asked, type GraphNow, rowsOf } from './asked.ts';

const STAGES = ['SELF_DISCOVERY', 'CAREER_AWARENESS', 'CAREER_EXPLORATION', 'CAREER_IMMERSION'];
/** The year's students with the furthest stage that is recorded of them, at the last school they were at in it. */
const COHORT = `
  with attended as (
    select distinct on (student_id) student_id, school_code from enrollment
     where entered_on <= '2027-08-31' and (left_on is null or left_on >= '2026-09-01')
     order by student_id, entered_on desc, id desc)
  select a.school_code as school, s.board_code::text as board, s.groups::text[] as groups,
         coalesce((select max(t.to_stage)::text from my_cap_plan p join stage_transition t on t.plan_id = p.id
           where p.student_id = s.id), 'NONE') as stage
    from attended a join student s on s.id = a.student_id`;

type Student = {
  readonly school: string;
  readonly board: string;
  readonly groups: readonly string[];
  readonly stage: string;
};
type Stage = {
  readonly stage: string;
  readonly students: number | null;
  readonly suppressed: boolean;
  readonly conversionFromPrevious: number | null;
};
type Gap = {
  readonly group: string;
  readonly rate: number | null;
  readonly comparisonRate: number | null;
  readonly gapPoints: number | null;
  readonly suppressed: boolean;
};
type Pipeline = { readonly pipelineFunnel: readonly Stage[]; readonly equityGaps: readonly Gap[] };

const reached = (students: readonly Student[], stage: string) =>
  students.filter((student) => STAGES.indexOf(student.stage) >= STAGES.indexOf(stage)).length;
const rateOf = (students: readonly Student[]) =>
  (100 * reached(students, 'CAREER_IMMERSION')) / students.length;

export function pipeline(graph: GraphNow): void {
  it('"Pipeline" tells school staff how many reach each stage, and whom it leaves behind', async () => {
    const { data, errors } = await asked<Pipeline>(graph(), 'pipeline', {
      as: 'school-staff',
      variables: { schoolYear: '2026-2027', school: DEMO_SCHOOL },
      fetched: ['students-and-mycap'],
      statements: 4,
    });
    expect(errors).toBeUndefined();
    const cohort = await rowsOf<Student>(graph(), 'students-and-mycap', COHORT);
    const here = cohort.filter(({ school }) => school === DEMO_SCHOOL);
    expect(data.pipelineFunnel.map(({ stage }) => stage)).toEqual(STAGES);
    for (const { stage, students, suppressed } of data.pipelineFunnel)
      expect(students).toBe(suppressed ? null : reached(here, stage));
    expect(data.pipelineFunnel.filter(({ students }) => (students ?? 0) > 0)).not.toEqual([]);

    const boston = cohort.filter(({ board }) => board === 'BOSTON');
    const shown = data.equityGaps.filter(({ suppressed }) => !suppressed);
    expect(shown.filter(({ rate }) => (rate ?? 0) > 0)).not.toEqual([]);
    for (const { group, rate, comparisonRate, gapPoints } of shown) {
      const own = rateOf(boston.filter(({ groups }) => groups.includes(group)));
      const others = rateOf(boston.filter(({ groups }) => !groups.includes(group)));
      expect(rate).toBeCloseTo(own, 0);
      expect(comparisonRate).toBeCloseTo(others, 0);
      expect(gapPoints).toBeCloseTo((rate ?? 0) - (comparisonRate ?? 0), 0);
    }
  });
}
