import type pg from 'pg';
import { NOBODY_WRITES } from '../../../platform/kept-report.ts';
import type { StudentGroup } from '../../../platform/vocabulary.ts';
import { daysOfSchoolYear } from '../domain/school-year.ts';

/** So many students, and those of them who reached each of the four stages, in their order. */
export type Reached = { readonly students: number; readonly reached: readonly number[] };
export type CountedGrade = Reached & { readonly school: string; readonly grade: number };
export type CountedGroup = Reached & { readonly school: string; readonly group: StudentGroup };
export type CountedCohort = {
  readonly alone: boolean;
  readonly grades: readonly CountedGrade[];
  readonly groups: readonly CountedGroup[];
  readonly schools: readonly { readonly code: string; readonly board: string }[];
};

/** What counts as reached; whoever changes it changes the version. */
export const PIPELINE_DEFINITION = 'pipeline-2026.1';

const COUNTS = `count(*) as students,
  array[count(stage), count(*) filter (where stage >= 'CAREER_AWARENESS'),
        count(*) filter (where stage >= 'CAREER_EXPLORATION'),
        count(*) filter (where stage >= 'CAREER_IMMERSION')] as reached`;

/**
 * The students of a school year, each at the last school they attended in it and in the grade they
 * were in then, and the furthest stage that was recorded of them until its end. A plan without a
 * history has the furthest stage that it says. Only counts leave the database.
 */
const COUNT = `
  with attended as (
    select distinct on (student_id) student_id, school_code,
           case when e.grade > 12 then e.grade else least(12, e.grade + $3::int
             - extract(year from e.entered_on)::int - (extract(month from e.entered_on) >= 9)::int) end as grade
      from enrollment e
     where entered_on <= $2::date and (left_on is null or left_on >= $1::date)
     order by student_id, entered_on desc, id desc
  ), told as (
    select plan_id, max(to_stage) filter (where at < ($2::date + 1)::timestamp at time zone 'America/New_York') as stage
      from stage_transition group by plan_id
  ), recorded as (
    select p.student_id, max(coalesce(t.stage, case when p.opened_on <= $2::date and t.plan_id is null then p.furthest_stage end)) as stage
      from my_cap_plan p left join told t on t.plan_id = p.id
     group by p.student_id
  ), cohort as materialized (
    select a.school_code as school, a.grade, s.board_code, s.groups, r.stage
      from attended a
      join student s on s.id = a.student_id
      left join recorded r on r.student_id = a.student_id
  )
  select ${NOBODY_WRITES} as alone,
         (select coalesce(json_agg(c), '[]')
            from (select school, grade, ${COUNTS} from cohort group by 1, 2) c) as grades,
         (select coalesce(json_agg(c), '[]')
            from (select school, "group", ${COUNTS} from cohort, unnest(groups) as "group" group by 1, 2) c) as groups,
         (select coalesce(json_agg(c), '[]')
            from (select school as code, coalesce(r.board_code, min(c.board_code)) as board
                    from cohort c left join school_ref r on r.dese_code = c.school group by school, r.dese_code) c) as schools`;

export async function countCohort(client: pg.ClientBase, year: number): Promise<CountedCohort> {
  const { first, last } = daysOfSchoolYear(year);
  const { rows } = await client.query<CountedCohort>(COUNT, [first, last, year]);
  const [counted] = rows;
  if (!counted) throw new Error('A statement that answers one row answered none.');
  return counted;
}
