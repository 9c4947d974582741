import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { consentBasis } from '../access.ts';
import type { Context } from '../context.ts';
import { type Basis, consentRight } from '../domain/consent-right.ts';
import type { Student } from '../generated/client/client.ts';
import { today } from './dates.ts';

/** On which basis the actor consents. Staff never do so for a student. */
export function requireBasis({ actor }: Context, what: string): Basis {
  const basis = consentBasis(actor);
  if (!basis) throw forbidden(actor.role, what);
  return basis;
}

/** Refuses a student who is not yet eligible, and a parent whose child is an adult (603 CMR 23.02). */
export function requireRight(
  context: Context,
  basis: Basis,
  { dateOfBirth, grade }: Pick<Student, 'dateOfBirth' | 'grade'>,
): void {
  const right = consentRight(basis, { bornOn: isoDay(dateOfBirth), grade }, today(context));
  if (right.status === 'not-yet-eligible')
    throw ruleViolated(
      'NOT_AN_ELIGIBLE_STUDENT',
      'A student consents from age 14 or grade 9 on (603 CMR 23.02); before that a parent does.',
    );
  if (right.status === 'student-is-an-adult')
    throw ruleViolated(
      'STUDENT_IS_AN_ADULT',
      `The student is ${right.age}: from 18 on consent is theirs alone.`,
    );
}
