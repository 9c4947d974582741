import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canEnrollAt } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { cohortOf } from '../domain/grade.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME } from '../limits.ts';
import { StudentGroupEnum } from '../types/enums.ts';
import { dayOrToday, requireDayWithin, today } from './dates.ts';
import { requirePossiblePerson, requireSchoolFor } from './enrollment-rules.ts';
import { studentPayload } from './payloads.ts';
import { unlessTaken } from './unless-taken.ts';

/** The network began in 1998; nobody who was enrolled before is a student today. */
const EARLIEST_ENTRY = '1998-07-01';

const EnrollStudentInput = builder.inputType('EnrollStudentInput', {
  description: 'A student who is new to the records.',
  fields: (t) => ({
    sasid: t.field({ type: 'Sasid', required: true, description: "The state's number." }),
    lasid: t.string({ description: "The district's number." }),
    displayName: t.string({ required: true, description: 'At most 200 characters.' }),
    dateOfBirth: t.field({ type: 'Date', required: true, description: '9 to 22 years ago.' }),
    grade: t.int({ required: true, description: '6 to 12, or 13 for "SP".' }),
    schoolCode: t.field({
      type: 'DeseOrgCode',
      required: true,
      description: 'The school, which has the grade.',
    }),
    enteredOn: t.field({
      type: 'Date',
      description: 'The first day there; today where not given.',
    }),
    groups: t.field({
      type: [StudentGroupEnum],
      description: 'The groups that the state reports by.',
    }),
  }),
});
type Input = typeof EnrollStudentInput.$inferInput;

const EnrollStudentPayload = studentPayload('EnrollStudentPayload', 'Who was enrolled.');

async function checked(context: Context, transaction: Prisma.TransactionClient, input: Input) {
  const { grade, dateOfBirth, schoolCode } = input;
  checkTexts({ displayName: input.displayName, lasid: input.lasid }, MAX_NAME);
  const enteredOn = dayOrToday(context, input.enteredOn);
  requireDayWithin('ENTRY_DATE', enteredOn, { from: EARLIEST_ENTRY, to: today(context) });
  requirePossiblePerson({ grade, bornOn: isoDay(dateOfBirth), enteredOn });
  const { boardCode } = await requireSchoolFor(transaction, schoolCode, grade);
  return { boardCode, enteredOn };
}

builder.mutationField('enrollStudent', (t) =>
  t.field({
    type: EnrollStudentPayload,
    nullable: true,
    description: 'Enrolls a student who is new to the records, at a school of yours.',
    args: {
      input: t.arg({ type: EnrollStudentInput, required: true, description: 'Who, and where.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"enrollStudent"');
      if (!canEnrollAt(context.actor, input.schoolCode))
        throw forbidden(context.actor.role, `enroll students at school "${input.schoolCode}"`);
      const studentId = await once(
        context,
        { mutation: 'enrollStudent', key, input },
        async (transaction: Prisma.TransactionClient) => {
          const { boardCode, enteredOn } = await checked(context, transaction, input);
          const { grade, schoolCode } = input;
          const student = {
            sasid: input.sasid,
            lasid: input.lasid ?? null,
            displayName: input.displayName,
            dateOfBirth: input.dateOfBirth,
            grade,
            schoolCode,
            boardCode,
            groups: [...new Set(input.groups ?? [])],
            enrollmentStatus: 'ENROLLED' as const,
            cohort: cohortOf(grade, enteredOn),
            enrollments: { create: { schoolCode, grade, enteredOn: new Date(enteredOn) } },
          };
          const { id } = await unlessTaken(
            transaction.student.create({ data: student, select: { id: true } }),
            () =>
              ruleViolated('SASID_IN_USE', `SASID "${input.sasid}" belongs to another student.`),
          );
          return id;
        },
      );
      return { studentId };
    },
  }),
);
