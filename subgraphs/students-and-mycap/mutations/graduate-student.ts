import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { isSchoolStaff } from '../access.ts';
import { builder } from '../builder.ts';
import { leavingFit } from '../domain/enrollment-move.ts';
import { graduationFit } from '../domain/graduation.ts';
import type { Prisma } from '../generated/client/client.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { dayOrToday, today } from './dates.ts';
import { requireMove } from './enrollment-rules.ts';
import { closeEnrollment, requireNotGraduated, requireOpenEnrollment } from './enrollments.ts';
import { studentPayload } from './payloads.ts';

const GraduateStudentInput = builder.inputType('GraduateStudentInput', {
  description: 'A student who graduates.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who graduates.' }),
    graduatedOn: t.field({ type: 'Date', description: 'The day; today where not given.' }),
  }),
});

const GraduateStudentPayload = studentPayload('GraduateStudentPayload', 'Who graduated.');

function requireLastGrade({ grade }: KnownStudent): void {
  const fit = graduationFit(grade);
  if (fit.status === 'not-in-the-last-grade')
    throw ruleViolated('GRADUATION_GRADE', `Grade ${grade} does not graduate; grade 12 does.`);
}

builder.mutationField('graduateStudent', (t) =>
  t.field({
    type: GraduateStudentPayload,
    nullable: true,
    description: 'Graduates a student of yours: the enrollment ends, and the plan is complete.',
    args: {
      input: t.arg({ type: GraduateStudentInput, required: true, description: 'Who, and when.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"graduateStudent"');
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor)) throw forbidden(context.actor.role, 'graduate students');
      const studentId = await once(
        context,
        { mutation: 'graduateStudent', key, input },
        async (transaction: Prisma.TransactionClient) => {
          requireNotGraduated(student);
          requireLastGrade(student);
          const { id, enteredOn } = await requireOpenEnrollment(transaction, student);
          const day = dayOrToday(context, input.graduatedOn);
          const fit = leavingFit(day, isoDay(enteredOn), today(context));
          const graduatedOn = new Date(requireMove('LEAVING_DATE', day, fit));
          await closeEnrollment(transaction, id, day);
          const cohort = graduatedOn.getUTCFullYear();
          const data = { enrollmentStatus: 'GRADUATED' as const, graduatedOn, cohort };
          await transaction.student.update({ where: { id: student.id }, data });
          const complete = { openFor: null, status: 'COMPLETE_FOR_GRADE' as const };
          await transaction.myCapPlan.updateMany({
            where: { openFor: student.id },
            data: complete,
          });
          return student.id;
        },
      );
      return { studentId };
    },
  }),
);
