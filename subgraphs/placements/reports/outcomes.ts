import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { isSmall } from '../../../platform/small-numbers/small.ts';
import type { Context } from '../context.ts';
import { daysOfFiscalYear } from '../domain/fiscal-year.ts';
import { OUTCOMES_DEFINITION } from '../domain/report-definitions.ts';

/**
 * People, not placements: whoever began work-based learning in the year, by today, counts once, and
 * so does each site and each employer. Two types of immersion are no work-based learning.
 */
const OUTCOMES = `
  select w.*, e.*, s.*
    from (select count(distinct student_id)::int as students, count(distinct site_id)::int as sites
            from placement
           where start_date between $1::date and $2::date and start_date <= $3::date
             and status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY')
             and wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE')) w,
         (select count(distinct host)::int as sponsors
            from career_event_ref, unnest(host_employer_ids) host
           where start_date between $1::date and $2::date and start_date <= $3::date
             and stage = any($4::text[])) e,
         (select count(*)::int as schools from school_ref
           where high_school and partner_fiscal_years @> array[$5::int]) s`;

export type Outcomes = {
  /** Null where they are so few that the number is not shown. */
  readonly wblStudents: number | null;
  readonly wblEmployerSites: number;
  readonly cdeSponsorEmployers: number;
  readonly partnerHighSchools: number;
};
type Row = Readonly<Record<'students' | 'sites' | 'sponsors' | 'schools', number>>;

export async function outcomesOf(context: Context, fiscalYear: number): Promise<Outcomes> {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const [row] = await context.db.$queryRawUnsafe<Row[]>(
    OUTCOMES,
    ...[first, last, dayInMassachusetts(context.now)],
    [...OUTCOMES_DEFINITION.sponsoredStages],
    fiscalYear,
  );
  const students = row?.students ?? 0;
  return {
    wblStudents: isSmall(students) ? null : students,
    wblEmployerSites: row?.sites ?? 0,
    cdeSponsorEmployers: row?.sponsors ?? 0,
    partnerHighSchools: row?.schools ?? 0,
  };
}
