import type pg from 'pg';
import { NOBODY_WRITES } from '../../../../platform/kept-report.ts';
import { daysOfFiscalYear } from '../../domain/fiscal-year.ts';
import { participationSql, participationValues } from './participation.ts';

/** So many graduated concentrators of one school and one value of a dimension, and those of them who took part. */
export type CountedGroup = {
  readonly school: string;
  readonly dimension: Dimension | 'ALL';
  readonly value: string;
  readonly tookPart: number;
  readonly graduated: number;
};
export type Dimension =
  | 'RACE'
  | 'GENDER'
  | 'ENGLISH_LEARNER'
  | 'DISABILITY'
  | 'LOW_INCOME'
  | 'PATHWAY_TYPE'
  | 'PROGRAM';
export type CountedSchool = {
  readonly code: string;
  readonly name: string;
  readonly board: string;
};
export type Counted = {
  readonly alone: boolean;
  readonly groups: readonly CountedGroup[];
  readonly schools: readonly CountedSchool[];
  readonly boardNames: Readonly<Record<string, string>>;
};

/** The one group with this prefix that a student is in; others where several are told, or none. */
const only = (prefix: string, several: string) => `
  case when cardinality(${prefix}) = 1 then ${prefix}[1] when cardinality(${prefix}) = 0 then 'NOT_REPORTED' else '${several}' end`;
const inGroup = (group: string) => `case when '${group}' = any (groups) then 'IN' else 'OUT' end`;

/**
 * Graduated concentrators, and whether they took part at any time until they graduated: people, not
 * placements. Only counts leave the database.
 */
const COUNT = `
  with graduate as materialized (
    select s.school_code, s.board_code, s.groups, g.type, g.cip_code, g.icp_sector,
           array(select x from unnest(s.groups) x where starts_with(x, 'RACE_')) as race,
           array(select x from unnest(s.groups) x where starts_with(x, 'GENDER_')) as gender,
           exists (select from placement p where p.student_id = s.student_id
                      and p.start_date <= s.graduated_on and ${participationSql(3)}) as took_part
      from student_ref s left join program_ref g on g.id = s.program_id
     where s.concentrator and s.graduated_on between $1 and $2
  ), counted as (
    select school_code as school, dimension, value,
           count(*) filter (where took_part) as "tookPart", count(*) as graduated
      from graduate cross join lateral (values
        ('ALL', 'ALL'),
        ('RACE', ${only('race', 'RACE_MULTI')}),
        ('GENDER', ${only('gender', 'NOT_REPORTED')}),
        ('ENGLISH_LEARNER', ${inGroup('ENGLISH_LEARNER')}),
        ('DISABILITY', ${inGroup('STUDENT_WITH_DISABILITY')}),
        ('LOW_INCOME', ${inGroup('LOW_INCOME')}),
        ('PATHWAY_TYPE', coalesce(type, 'NONE')),
        ('PROGRAM', concat(cip_code, '/', icp_sector))
      ) as told (dimension, value)
     group by 1, 2, 3
  ), school as (
    select g.school_code as code, coalesce(r.name, g.school_code) as name,
           coalesce(r.board_code, min(g.board_code)) as board
      from graduate g left join school_ref r on r.dese_code = g.school_code
     group by g.school_code, r.dese_code
  )
  select ${NOBODY_WRITES} as alone,
         (select coalesce(json_agg(c), '[]') from counted c) as groups,
         (select coalesce(json_agg(s order by s.name, s.code), '[]') from school s) as schools,
         (select coalesce(json_object_agg(code, name), '{}') from board_ref) as "boardNames"`;

export async function countGraduates(client: pg.ClientBase, year: number): Promise<Counted> {
  const { first, last } = daysOfFiscalYear(year);
  const values = [first, last, ...participationValues];
  const { rows } = await client.query<Counted>(COUNT, values);
  const [counted] = rows;
  if (!counted) throw new Error('A statement that answers one row answered none.');
  return counted;
}
