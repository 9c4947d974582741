import type pg from 'pg';
import { NOBODY_WRITES } from '../../../../platform/kept-report.ts';
import { daysOfFiscalYear } from '../../domain/fiscal-year.ts';
import type { EmployabilitySkill } from '../../domain/plan-form.ts';

/** What the students of one school were rated in one skill: sums of their baselines and finals. */
export type SkillSum = {
  readonly skill: EmployabilitySkill;
  readonly students: number;
  readonly baseline: number;
  readonly final: number;
};
export type SchoolSums = {
  readonly school: string;
  readonly label: string;
  readonly board: string;
  /** Students with both reviews. */
  readonly students: number;
  readonly skills: readonly SkillSum[];
};

/**
 * Each student once: by the last placement that they began in the year and that has both reviews.
 * `offset 0` keeps the planner to one look into an index for each of them, where it would read whole tables.
 */
const COUNT = `
  with rated as materialized (
    select distinct on (p.student_id) p.school_code, p.board_code, b.id as baseline, f.id as final
      from placement p
      join lateral (select w.id from wbl_plan w where w.placement_id = p.id offset 0) w on true
      join wbl_review b on b.plan_id = w.id and b.kind = 'BASELINE'
      join wbl_review f on f.plan_id = w.id and f.kind = 'FINAL'
     where p.start_date between $1::date and $2::date and p.status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY')
     order by p.student_id, p.start_date desc, p.id desc
  ), schools as (
    select r.school_code as school, count(*)::int as students, min(r.board_code::text) as board
      from rated r group by 1
  ), skills as (
    select school, json_agg(json_build_object('skill', skill, 'students', students, 'baseline', baseline, 'final', final)) as skills
      from (select r.school_code as school, x.employability_skill as skill, count(*) as students,
                   sum(x.score) as baseline, sum(y.score) as final
              from rated r
              join skill_score x on x.review_id = r.baseline and x.employability_skill is not null
              join lateral (select y.score from skill_score y
                             where y.review_id = r.final and y.employability_skill = x.employability_skill
                            offset 0) y on true
             group by 1, 2) s
     group by 1
  )
  select ${NOBODY_WRITES} as alone,
         (select coalesce(json_agg(json_build_object('school', school, 'students', students, 'skills', coalesce(skills, '[]'),
                   'label', coalesce(k.name, school), 'board', coalesce(k.board_code::text, board)) order by school), '[]')
            from schools left join skills using (school) left join school_ref k on k.dese_code = school) as schools`;

/** The sums of each school in a fiscal year, and whether nobody was writing meanwhile. */
export async function countGain(
  client: pg.PoolClient,
  fiscalYear: number,
): Promise<{ readonly alone: boolean; readonly schools: readonly SchoolSums[] }> {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const { rows } = await client.query(COUNT, [first, last]);
  return { alone: Boolean(rows[0]?.alone), schools: rows[0]?.schools ?? [] };
}
