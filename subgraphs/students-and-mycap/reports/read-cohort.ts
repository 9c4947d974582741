import { badUserInput } from '../../../platform/errors.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import type { CareerStage, StudentGroup } from '../../../platform/vocabulary.ts';
import type { Context } from '../context.ts';
import { readSchoolYear, schoolYearLabel, schoolYearOf } from '../domain/school-year.ts';
import { PIPELINE_REPORT } from './keep-cohort.ts';

export type FunnelStage = {
  readonly stage: CareerStage;
  /** Null where it is not shown. */
  readonly students: number | null;
  readonly previous: number | null;
  readonly asOf: Date;
};
export type EquityGap = {
  readonly group: StudentGroup;
  /** Null where it is not shown. */
  readonly rate: number | null;
  readonly comparisonRate: number | null;
  readonly asOf: Date;
};

/** A place or a grade without rows has nobody: four zeros. */
const FUNNEL = `
  select s.stage, case when c.stage is null then 0 else c.students end as students,
         lag(case when c.stage is null then 0 else c.students end) over (order by s.stage) as previous, r.computed_at as "asOf"
    from report_run r cross join unnest(enum_range(null::"CareerStage")) as s (stage)
    left join funnel_cell c on c.school_year = r.year and c.place = $3 and c.grade = $4::int and c.stage = s.stage
   where r.report = $1 and r.year = $2::int
   order by s.stage`;

const GAPS = `
  select c."group", c.rate, c.comparison_rate as "comparisonRate", r.computed_at as "asOf"
    from report_run r join gap_cell c on c.school_year = r.year and c.place = $3 and c.stage = $4::"CareerStage"
   where r.report = $1 and r.year = $2::int
   order by c."group"`;

/** The first school year in which schools had MyCAP. */
const FIRST_YEAR = 2018;

function requireSchoolYear(label: string, now: Date): number {
  const year = readSchoolYear(label);
  const last = schoolYearOf(dayInMassachusetts(now));
  if (year !== null && year >= FIRST_YEAR && year <= last) return year;
  throw badUserInput(
    `"schoolYear" cannot be "${label}". It is one from "${schoolYearLabel(FIRST_YEAR)}" to "${schoolYearLabel(last)}".`,
  );
}

export async function readFunnel(
  { db, now, pipelineUpToDate }: Context,
  schoolYear: string,
  place: string,
  grade: number,
): Promise<readonly FunnelStage[]> {
  const year = requireSchoolYear(schoolYear, now);
  await pipelineUpToDate(year, now);
  return db.$queryRawUnsafe<FunnelStage[]>(FUNNEL, PIPELINE_REPORT, year, place, grade);
}

export async function readGaps(
  { db, now, pipelineUpToDate }: Context,
  schoolYear: string,
  place: string,
  stage: CareerStage,
): Promise<readonly EquityGap[]> {
  const year = requireSchoolYear(schoolYear, now);
  await pipelineUpToDate(year, now);
  return db.$queryRawUnsafe<EquityGap[]>(GAPS, PIPELINE_REPORT, year, place, stage);
}
