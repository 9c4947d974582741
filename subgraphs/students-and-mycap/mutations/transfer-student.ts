import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { isSchoolStaff } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { transferFit } from '../domain/enrollment-move.ts';
import type { Prisma } from '../generated/client/client.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { dayOrToday, today } from './dates.ts';
import { requireMove, requirePossiblePerson, requireSchoolFor } from './enrollment-rules.ts';
import { closeEnrollment, lastEnrollment, requireNotGraduated } from './enrollments.ts';
import { studentPayload } from './payloads.ts';

const TransferStudentInput = builder.inputType('TransferStudentInput', {
  description: 'A move to another school. The plan moves along.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who moves.' }),
    toSchoolCode: t.field({
      type: 'DeseOrgCode',
      required: true,
      description: 'To which school; it has the grade.',
    }),
    enteredOn: t.field({
      type: 'Date',
      description: 'The first day there; today where not given.',
    }),
    grade: t.int({ description: 'The grade there; the present one where not given.' }),
  }),
});
type Input = typeof TransferStudentInput.$inferInput;

const TransferStudentPayload = studentPayload('TransferStudentPayload', 'Who moved.');

async function transfer(
  context: Context,
  transaction: Prisma.TransactionClient,
  student: KnownStudent,
  { toSchoolCode, grade: newGrade, enteredOn: given }: Input,
) {
  requireNotGraduated(student);
  const grade = newGrade ?? student.grade;
  const last = await lastEnrollment(transaction, student.id);
  if (last && last.leftOn === null && last.schoolCode === toSchoolCode)
    throw ruleViolated('SAME_SCHOOL', `The student is at school "${toSchoolCode}" already.`);
  const day = dayOrToday(context, given);
  requirePossiblePerson({ grade, bornOn: isoDay(student.dateOfBirth), enteredOn: day });
  const { boardCode } = await requireSchoolFor(transaction, toSchoolCode, grade);
  const from = isoDay(last?.leftOn ?? last?.enteredOn ?? student.dateOfBirth);
  const leftOn = requireMove('TRANSFER_DATE', day, transferFit(day, from, today(context)));
  if (last && last.leftOn === null) await closeEnrollment(transaction, last.id, leftOn);
  const enteredOn = new Date(day);
  const enrollments = { create: { schoolCode: toSchoolCode, grade, enteredOn } };
  await transaction.student.update({
    where: { id: student.id },
    data: {
      schoolCode: toSchoolCode,
      boardCode,
      grade,
      enrollmentStatus: 'ENROLLED',
      enrollments,
    },
  });
}

builder.mutationField('transferStudent', (t) =>
  t.field({
    type: TransferStudentPayload,
    nullable: true,
    description:
      'Moves a student of yours to another school, or back to school where they had left: school, board and enrollments change together.',
    args: {
      input: t.arg({
        type: TransferStudentInput,
        required: true,
        description: 'Who, and where to.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"transferStudent"');
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor)) throw forbidden(context.actor.role, 'transfer students');
      const studentId = await once(
        context,
        { mutation: 'transferStudent', key, input },
        async (transaction: Prisma.TransactionClient) => {
          await transfer(context, transaction, student, input);
          return student.id;
        },
      );
      return { studentId };
    },
  }),
);
