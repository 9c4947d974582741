import { allocate } from '../allocate.ts';
import { at } from '../random.ts';
import type { School } from '../schools/school.ts';
import { type World, YEARS_BACK } from '../world.ts';
import { FIRST_GRADE, gradeIn, LAST_GRADE } from './student.ts';

/** Of all student rows, how many left by graduating in one of the years told. */
const FORMER_SHARE = 0.3;
/** How the former ones are spread, the latest first: a whole class of last June, ever fewer of earlier ones. */
const FORMER_WEIGHTS = [8, 5, 2, 1, 1, 1, 1, 1];
const FORMER_WEIGHT = FORMER_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
const LAST_MIDDLE_GRADE = 8;

/** So many students of one school who graduate in one year. */
export type Cohort = { readonly school: School; readonly gradYear: number; readonly size: number };

/** Spreads the generated students over graduation years and schools; a school's students stand together. */
export function layOutCohorts(world: World, schools: readonly School[], total: number): Cohort[] {
  const { schoolYear } = world.calendar;
  const now = LAST_GRADE - FIRST_GRADE + 1;
  const years = Array.from({ length: YEARS_BACK + now }, (_, i) => schoolYear - YEARS_BACK + i);
  const sizes = allocate(
    total,
    years.map((year) =>
      year < schoolYear
        ? (FORMER_SHARE * (FORMER_WEIGHTS[schoolYear - year - 1] ?? 1)) / FORMER_WEIGHT
        : (1 - FORMER_SHARE) / now,
    ),
  );
  const cohorts = years.flatMap((gradYear, i) => {
    const level = gradeIn(gradYear, schoolYear) <= LAST_MIDDLE_GRADE ? 'MIDDLE' : 'HIGH';
    const inLevel = schools.filter((school) => school.level === level);
    const counts = allocate(
      at(sizes, i),
      inLevel.map(({ weight }) => weight),
    );
    return inLevel.map((school, s) => ({ school, gradYear, size: at(counts, s) }));
  });
  return cohorts.sort((a, b) =>
    a.school.code < b.school.code
      ? -1
      : a.school.code > b.school.code
        ? 1
        : a.gradYear - b.gradYear,
  );
}
