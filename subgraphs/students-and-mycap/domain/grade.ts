/** MyCAP and career development reach from here to grade 12. */
export const FIRST_GRADE = 6;
export const LAST_GRADE = 12;
/** "SP": beyond grade 12, in special education until 22. Such a student is served where grade 12 is. */
export const SP_GRADE = 13;

export const isGrade = (grade: number): boolean => grade >= FIRST_GRADE && grade <= SP_GRADE;

/** The grade of a school's list that a student of `grade` needs. */
export const servedAs = (grade: number): number => Math.min(grade, LAST_GRADE);

const SEPTEMBER = '09';

/** The year in whose June somebody of `grade` on a day will graduate. A school year begins on September 1. */
export function cohortOf(grade: number, day: string): number {
  const ends = Number(day.slice(0, 4)) + (day.slice(5, 7) >= SEPTEMBER ? 1 : 0);
  return ends + LAST_GRADE - servedAs(grade);
}
