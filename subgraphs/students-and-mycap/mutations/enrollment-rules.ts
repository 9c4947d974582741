import { badUserInput, ruleViolated } from '../../../platform/errors.ts';
import { DESE_CODE_SHAPE } from '../../../platform/ids.ts';
import type { MoveFit } from '../domain/enrollment-move.ts';
import { personFit, schoolFit } from '../domain/entry.ts';
import type { Prisma, SchoolRef } from '../generated/client/client.ts';

const MIDDLE_OF_CODE = 4;

/** The school that a student of a grade can enter. */
export async function requireSchoolFor(
  transaction: Prisma.TransactionClient,
  deseCode: string,
  grade: number,
): Promise<SchoolRef> {
  if (!DESE_CODE_SHAPE.test(deseCode) || deseCode.slice(MIDDLE_OF_CODE) === '0000')
    throw badUserInput(`"${deseCode}" is no school's code; those that end in 0000 are districts.`);
  const school = await transaction.schoolRef.findUnique({ where: { deseCode } });
  const fit = schoolFit(school, grade);
  if (!school || fit.status === 'unknown')
    throw ruleViolated('SCHOOL_UNKNOWN', `There is no school with the code "${deseCode}".`);
  if (fit.status === 'closed')
    throw ruleViolated('SCHOOL_CLOSED', `${school.name} is closed and takes no students.`);
  if (fit.status === 'serves-others')
    throw ruleViolated(
      'GRADE_NOT_SERVED',
      `${school.name} has no grade ${grade}. It has ${fit.grades.join(', ')}.`,
    );
  return school;
}

/** Refuses a grade and a birth date that cannot be right. */
export function requirePossiblePerson(person: {
  readonly grade: number;
  readonly bornOn: string;
  readonly enteredOn: string;
}): void {
  const fit = personFit(person);
  if (fit.status === 'no-grade')
    throw ruleViolated(
      'GRADE_OUT_OF_RANGE',
      `Grade ${person.grade} is not kept here. It is from ${fit.first} to ${fit.last}, or 13 for "SP".`,
    );
  if (fit.status === 'age-out-of-range')
    throw ruleViolated(
      'AGE_OUT_OF_RANGE',
      `Born on ${person.bornOn}, the student would be ${fit.age} years old on entering; 9 to 22 is possible.`,
    );
}

/** The last day at a school, where the day of the move is possible. */
export function requireMove(rule: string, day: string, fit: MoveFit): string {
  if (fit.status === 'before-the-entry')
    throw ruleViolated(rule, `"${day}" is too early; ${fit.earliest} is the first possible day.`);
  if (fit.status === 'in-the-future')
    throw ruleViolated(rule, `"${day}" is in the future; today is ${fit.today}.`);
  return fit.lastDay;
}
