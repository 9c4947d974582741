import type { Teller } from './teller.ts';

const REPORTS = `query ($year: Int!, $fiscalYear: FiscalYear!) {
  perkins5S3(reportingYear: $year, groupBy: ALL) { numerator denominator suppressed }
  statewideOutcomes(fiscalYear: $fiscalYear) { wblStudents }
}`;

/** The year in which the student works, and graduates. */
export const YEAR = 2027;
const FIRST_DAY = `${YEAR - 1}-07-01`;
const LAST_DAY = `${YEAR}-06-30`;

/** Who graduated as a concentrator, and who of them took part. */
const GRADUATES = `
  with graduate as (select student_id from student_ref where concentrator and graduated_on between $1 and $2)
  select (select count(*) from graduate)::int as denominator,
         (select count(distinct g.student_id) from graduate g join placement p on p.student_id = g.student_id
           where p.status in ('COMPLETED', 'ENDED_EARLY')
             and case when p.wbl_type in ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE') then p.logged_minutes >= 6000
                 else p.status = 'COMPLETED' and p.wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE') end
         )::int as numerator`;
const AT_WORK = `
  select count(distinct student_id)::int as students from placement
   where status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY') and start_date between $1 and $2
     and wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE')`;

type Reports = {
  readonly perkins5S3: readonly {
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly suppressed: boolean;
  }[];
  readonly statewideOutcomes: { readonly wblStudents: number | null };
};
export type Counts = {
  readonly numerator: number;
  readonly denominator: number;
  readonly students: number;
};

async function trueCounts({ graph }: Teller): Promise<Counts> {
  const { pool } = graph.databases.placements;
  const days = [FIRST_DAY, LAST_DAY];
  const graduates = await pool.query<Omit<Counts, 'students'>>(GRADUATES, days);
  const working = await pool.query<Pick<Counts, 'students'>>(AT_WORK, days);
  return { numerator: 0, denominator: 0, students: 0, ...graduates.rows[0], ...working.rows[0] };
}

/** What the rows say, and what everybody is shown of it. */
export async function counted(teller: Teller) {
  const shown = await teller.tell<Reports>(REPORTS, undefined, { year: YEAR, fiscalYear: YEAR });
  const [all] = shown.perkins5S3;
  return {
    real: await trueCounts(teller),
    shown: {
      ...{ numerator: all?.numerator, denominator: all?.denominator },
      students: shown.statewideOutcomes.wblStudents,
    },
  };
}

export const oneMore = ({ numerator, denominator, students }: Counts): Counts => ({
  numerator: numerator + 1,
  denominator: denominator + 1,
  students: students + 1,
});
