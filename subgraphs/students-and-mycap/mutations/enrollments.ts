import { ruleViolated } from '../../../platform/errors.ts';
import type { Prisma } from '../generated/client/client.ts';
import type { KnownStudent } from '../students.ts';
import { requireChanged } from './version.ts';

type Transaction = Prisma.TransactionClient;

/** Where the student is, or was last. */
export const lastEnrollment = (transaction: Transaction, studentId: string) =>
  transaction.enrollment.findFirst({
    where: { studentId },
    orderBy: [{ enteredOn: 'desc' }, { id: 'desc' }],
  });

/** Ends an enrollment that is open; where somebody else ended it meanwhile, this is a conflict. */
export async function closeEnrollment(transaction: Transaction, id: string, leftOn: string) {
  const closed = await transaction.enrollment.updateMany({
    where: { id, leftOn: null },
    data: { leftOn: new Date(leftOn) },
  });
  requireChanged('enrollment', closed);
}

/** The enrollment that a student leaves: there is one while they are enrolled. */
export async function requireOpenEnrollment(transaction: Transaction, student: KnownStudent) {
  const last = await lastEnrollment(transaction, student.id);
  if (last && last.leftOn === null) return last;
  throw ruleViolated('NOT_ENROLLED', `Student "${student.id}" is not enrolled at a school.`);
}

export function requireNotGraduated({ id, enrollmentStatus }: KnownStudent): void {
  if (enrollmentStatus === 'GRADUATED')
    throw ruleViolated('GRADUATED_ALREADY', `Student "${id}" has graduated.`);
}
