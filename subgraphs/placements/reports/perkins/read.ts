import { badUserInput } from '../../../../platform/errors.ts';
import { dayInMassachusetts } from '../../../../platform/massachusetts-time.ts';
import type { SuppressionReason } from '../../../../platform/small-numbers/small.ts';
import type { StudentGroup } from '../../../../platform/vocabulary.ts';
import type { Context } from '../../context.ts';
import { fiscalYearOf } from '../../domain/fiscal-year.ts';
import { REPORT } from './keep.ts';

/** A cell of the report, and when it was counted. */
export type IndicatorCell = {
  readonly label: string;
  readonly group: StudentGroup | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly suppressed: SuppressionReason | null;
  readonly asOf: Date;
};

/** With the run that counted them, so that both are of one moment. */
const READ = `
  select place, computed_at as "asOf",
         json_agg(json_build_object('label', label, 'group', student_group, 'numerator', numerator,
           'denominator', denominator, 'suppressed', suppressed) order by position) as cells
    from report_run join perkins_cell on reporting_year = year
   where report = $1 and year = $2::int and place = any ($3::text[]) and group_by = $4
   group by place, computed_at`;

type Row = {
  readonly place: string;
  readonly asOf: Date;
  readonly cells: readonly Omit<IndicatorCell, 'asOf'>[];
};

/** The first reporting year of Perkins V. */
const FIRST_YEAR = 2020;

function requireYear(year: number, now: Date): void {
  const last = fiscalYearOf(dayInMassachusetts(now));
  if (year >= FIRST_YEAR && year <= last) return;
  throw badUserInput(
    `"reportingYear" cannot be ${year}. It is a fiscal year from ${FIRST_YEAR} to ${last}, by its ending year.`,
  );
}

/** The lists of cells of some places in one year; a place without a list is not in the map. */
export async function readPerkins(
  { db, now, perkinsUpToDate }: Context,
  { year, groupBy }: { readonly year: number; readonly groupBy: string },
  places: readonly string[],
): Promise<ReadonlyMap<string, readonly IndicatorCell[]>> {
  requireYear(year, now);
  await perkinsUpToDate(year, now);
  const rows = await db.$queryRawUnsafe<Row[]>(READ, REPORT, year, [...places], groupBy);
  return new Map(
    rows.map(({ place, asOf, cells }) => [place, cells.map((cell) => ({ ...cell, asOf }))]),
  );
}
