import { forbidden } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { isSchoolStaff } from '../access.ts';
import { builder } from '../builder.ts';
import { leavingFit } from '../domain/enrollment-move.ts';
import type { Prisma } from '../generated/client/client.ts';
import { requireStudent } from '../students.ts';
import { dayOrToday, today } from './dates.ts';
import { requireMove } from './enrollment-rules.ts';
import { closeEnrollment, requireNotGraduated, requireOpenEnrollment } from './enrollments.ts';
import { studentPayload } from './payloads.ts';

const WithdrawStudentInput = builder.inputType('WithdrawStudentInput', {
  description: 'A student who leaves without having graduated.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who leaves.' }),
    leftOn: t.field({ type: 'Date', description: 'The last day there; today where not given.' }),
  }),
});

const WithdrawStudentPayload = studentPayload('WithdrawStudentPayload', 'Who left.');

builder.mutationField('withdrawStudent', (t) =>
  t.field({
    type: WithdrawStudentPayload,
    nullable: true,
    description: 'Ends the enrollment of a student of yours, and closes their plan.',
    args: {
      input: t.arg({ type: WithdrawStudentInput, required: true, description: 'Who, and when.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"withdrawStudent"');
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor)) throw forbidden(context.actor.role, 'withdraw students');
      const studentId = await once(
        context,
        { mutation: 'withdrawStudent', key, input },
        async (transaction: Prisma.TransactionClient) => {
          requireNotGraduated(student);
          const { id, enteredOn } = await requireOpenEnrollment(transaction, student);
          const day = dayOrToday(context, input.leftOn);
          const fit = leavingFit(day, isoDay(enteredOn), today(context));
          await closeEnrollment(transaction, id, requireMove('LEAVING_DATE', day, fit));
          const data = { enrollmentStatus: 'WITHDRAWN' as const };
          await transaction.student.update({ where: { id: student.id }, data });
          const plans = { where: { openFor: student.id }, data: { openFor: null } };
          await transaction.myCapPlan.updateMany(plans);
          return student.id;
        },
      );
      return { studentId };
    },
  }),
);
