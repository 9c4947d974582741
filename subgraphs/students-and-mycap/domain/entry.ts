import { ageOn } from './age.ts';
import { FIRST_GRADE, isGrade, LAST_GRADE, servedAs } from './grade.ts';

/** Outside these a birth date is a typing error. */
const YOUNGEST = 9;
const OLDEST = 22;

export type SchoolFacts = { readonly grades: readonly number[]; readonly closed: boolean };

export type SchoolFit =
  | { readonly status: 'fits' }
  | { readonly status: 'unknown' }
  | { readonly status: 'closed' }
  | { readonly status: 'serves-others'; readonly grades: readonly number[] };

/** A school takes a student where it is open and has the grade; null is a school nobody told us of. */
export function schoolFit(school: SchoolFacts | null, grade: number): SchoolFit {
  if (!school) return { status: 'unknown' };
  if (school.closed) return { status: 'closed' };
  if (!school.grades.includes(servedAs(grade)))
    return { status: 'serves-others', grades: school.grades };
  return { status: 'fits' };
}

export type PersonFit =
  | { readonly status: 'fits' }
  | { readonly status: 'no-grade'; readonly first: number; readonly last: number }
  | { readonly status: 'age-out-of-range'; readonly age: number };

/** Somebody in grade 6 to 12, or beyond it in special education, is 9 to 22 years old on entering. */
export function personFit(given: {
  readonly grade: number;
  readonly bornOn: string;
  readonly enteredOn: string;
}): PersonFit {
  if (!isGrade(given.grade)) return { status: 'no-grade', first: FIRST_GRADE, last: LAST_GRADE };
  const age = ageOn(given.bornOn, given.enteredOn);
  if (age < YOUNGEST || age > OLDEST) return { status: 'age-out-of-range', age };
  return { status: 'fits' };
}
