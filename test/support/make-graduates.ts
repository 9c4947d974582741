import type { Database } from '../../platform/database.ts';
import { makeStudentRef } from './make-placement-refs.ts';
import { makePlacement } from './make-placements.ts';

type Columns = Readonly<Record<string, unknown>>;

/** A concentrator who graduated in June of a year. */
export const makeGraduate = (database: Database, year: number, columns: Columns = {}) =>
  makeStudentRef(database, {
    grade: 12,
    cohort: year,
    enrollment_status: 'GRADUATED',
    graduated_on: `${year}-06-10`,
    concentrator: true,
    ...columns,
  });

/** An internship of 100 hours, a year and a half before the graduation. */
export const makeInternship = (
  database: Database,
  studentId: string,
  year: number,
  columns: Columns = {},
) =>
  makePlacement(database, {
    student_id: studentId,
    status: 'COMPLETED',
    start_date: `${year - 2}-11-02`,
    end_date: `${year - 1}-03-01`,
    logged_minutes: 6_000,
    ...columns,
  });

/** So many graduates who are alike, of whom so many took part. */
export async function makeGraduates(
  database: Database,
  year: number,
  { tookPart, didNot }: { readonly tookPart: number; readonly didNot: number },
  columns: Columns = {},
): Promise<void> {
  for (let n = 0; n < tookPart + didNot; n++) {
    const student = await makeGraduate(database, year, columns);
    if (n < tookPart) await makeInternship(database, student, year);
  }
}
