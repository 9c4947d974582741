import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { Context } from '../context.ts';
import { type Days, daysOfFiscalYear, daysOfQuarter } from '../domain/fiscal-year.ts';
import { QUARTERLY_DEFINITION } from '../domain/report-definitions.ts';

/** What a student can count for, each once a year: the letters of AGROWE, and having earned a wage. */
export const COUNTED = [
  'allWorkExperiences',
  'planningGoals',
  'raisingGraduationRates',
  'workshopOrClass',
  'workBasedLearningPlans',
  'wageEarners',
] as const;
export type Counted = (typeof COUNTED)[number];

/** Of one board, from July 1 to the end of a quarter or to today. */
export type BoardQuarter = Readonly<Record<Counted, number>> & {
  readonly board: WorkforceBoardCode;
  readonly quarter: number;
  readonly wagesInCents: number;
};

/**
 * Placements that Connecting Activities brokered and that began in the year, by today. A wage is
 * earned for every week that a placement began, or as planned where its end is not known.
 */
const BROKERED = `
  select p.id, p.student_id, p.site_id, p.board_code, p.start_date,
         case when start_date < $4::date then 1 when start_date < $5::date then 2 when start_date < $6::date then 3 else 4 end as quarter,
         my_cap_goal_id is not null as planned,
         broker_role = 'WORKSHOP_OR_CLASS' as workshop,
         coalesce((select true from wbl_plan w where w.placement_id = p.id), false) as has_plan,
         case when pay = 'EMPLOYER_PAID' then hourly_wage_cents::numeric *
           case when end_date is null then planned_minutes
                else minutes_per_week * ceil((end_date - start_date + 1) / 7.0) end / 60 end as wage
    from placement p
   where start_date between $1::date and $2::date and start_date <= $3::date
     and status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY') and broker_role <> 'NOT_BROKERED'`;

/** Each student once: at one board, and from which quarter on they count for what. */
const STUDENTS = `
  select b.student_id, (array_agg(b.board_code order by b.start_date, b.id))[1] as board,
         min(quarter) as "allWorkExperiences",
         min(quarter) filter (where planned) as "planningGoals",
         min(quarter) filter (where s.groups && $7::text[]) as "raisingGraduationRates",
         min(quarter) filter (where workshop) as "workshopOrClass",
         min(quarter) filter (where has_plan) as "workBasedLearningPlans",
         min(quarter) filter (where wage is not null) as "wageEarners"
    from brokered b left join student_ref s using (student_id)
   group by b.student_id`;

const PEOPLE = `
  with brokered as materialized (${BROKERED}), students as materialized (${STUDENTS}),
  counted as (
    select board, quarter,
           ${COUNTED.map((what) => `count(*) filter (where "${what}" <= quarter)::int as "${what}"`).join(', ')}
      from students cross join generate_series(1, 4) quarter group by 1, 2
  ), paid as (
    select s.board, q as quarter, round(sum(b.wage))::float8 as wages
      from brokered b join students s using (student_id) join generate_series(1, 4) q on b.quarter <= q
     where b.wage is not null group by 1, 2
  )
  select c.*, coalesce(p.wages, 0) as "wagesInCents"
    from counted c left join paid p using (board, quarter) order by board, quarter`;

export type EmployersOfQuarter = {
  /** Null for the whole state. */
  readonly board: WorkforceBoardCode | null;
  readonly quarter: number;
  readonly sector: string;
  readonly employers: number;
};

/** Each employer once at a board, and once in the state. */
const EMPLOYERS = `
  with brokered as materialized (${BROKERED}), students as materialized (${STUDENTS}),
  hosting as (
    select board, site.employer_id, min(b.quarter) as since
      from brokered b join students using (student_id) join site_ref site using (site_id)
     group by grouping sets ((board, site.employer_id), (site.employer_id))
  )
  select board, quarter, coalesce(e.sector, 'UNKNOWN') as sector, count(*)::int as employers
    from hosting left join employer_ref e using (employer_id)
    join generate_series(1, 4) quarter on since <= quarter
   group by 1, 2, 3`;

function valuesOf(fiscalYear: number, today: string): unknown[] {
  const { first, last }: Days = daysOfFiscalYear(fiscalYear);
  const starts = ([2, 3, 4] as const).map((quarter) => daysOfQuarter(fiscalYear, quarter).first);
  return [first, last, today, ...starts, [...QUARTERLY_DEFINITION.graduationFocusGroups]];
}

/** What each board's brokered placements of a year come to, cumulatively by quarters. */
export const peopleOfYear = ({ db }: Context, fiscalYear: number, today: string) =>
  db.$queryRawUnsafe<BoardQuarter[]>(PEOPLE, ...valuesOf(fiscalYear, today));

/** The employers that hosted them. */
export const employersOfYear = ({ db }: Context, fiscalYear: number, today: string) =>
  db.$queryRawUnsafe<EmployersOfQuarter[]>(EMPLOYERS, ...valuesOf(fiscalYear, today));
