import { ageOn } from './age.ts';

/** 603 CMR 23.02: who is 14, or has entered grade 9, holds the rights of a record themself. */
const ELIGIBLE_AGE = 14;
const ELIGIBLE_GRADE = 9;
/** From 18 on a parent has no right of their own. */
const ADULT_AGE = 18;

export type Basis = 'ELIGIBLE_STUDENT' | 'PARENT_GUARDIAN';
export type Person = { readonly bornOn: string; readonly grade: number };

export const isEligibleStudent = ({ bornOn, grade }: Person, day: string): boolean =>
  ageOn(bornOn, day) >= ELIGIBLE_AGE || grade >= ELIGIBLE_GRADE;

export type ConsentRight =
  | { readonly status: 'holds' }
  | { readonly status: 'not-yet-eligible' }
  | { readonly status: 'student-is-an-adult'; readonly age: number };

/** Whether somebody of a basis may consent for the student on a day. Between 14 and 18 both may. */
export function consentRight(basis: Basis, person: Person, day: string): ConsentRight {
  if (basis === 'ELIGIBLE_STUDENT')
    return isEligibleStudent(person, day) ? { status: 'holds' } : { status: 'not-yet-eligible' };
  const age = ageOn(person.bornOn, day);
  return age >= ADULT_AGE ? { status: 'student-is-an-adult', age } : { status: 'holds' };
}
