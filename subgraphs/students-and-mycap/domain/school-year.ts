/** A school year begins on this day, as `-MM-DD`, when students enter the next grade. */
const FIRST_DAY = '-09-01';
const LAST_DAY = '-08-31';
const LABEL = /^(\d{4})-(\d{4})$/;

/** The year in which a school year such as "2026-2027" ends; null for what is none. */
export function readSchoolYear(label: string): number | null {
  const [, first, last] = LABEL.exec(label) ?? [];
  return first !== undefined && Number(last) === Number(first) + 1 ? Number(last) : null;
}

/** "2026-2027" for the one that ends in 2027. */
export const schoolYearLabel = (endingYear: number): string => `${endingYear - 1}-${endingYear}`;

/** The school year of a day `YYYY-MM-DD`, by the year in which it ends. */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(4) < FIRST_DAY ? year : year + 1;
}

/** The first and the last day of a school year, both included. */
export const daysOfSchoolYear = (endingYear: number): { first: string; last: string } => ({
  first: `${endingYear - 1}${FIRST_DAY}`,
  last: `${endingYear}${LAST_DAY}`,
});
