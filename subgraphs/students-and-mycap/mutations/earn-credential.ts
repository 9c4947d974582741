import { badUserInput, forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { planRead } from '../../../platform/graphql/plan-read.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { isSchoolStaff, visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type CredentialFit, credentialFit } from '../domain/credential.ts';
import type { Prisma } from '../generated/client/client.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { EarnedCredential } from '../types/earned-credential.ts';
import { dayOrToday, today } from './dates.ts';
import { unlessTaken } from './unless-taken.ts';

const MINUTES_AN_HOUR = 60;
/** More than a student works in all of high school. */
const MAX_HOURS = 10_000;

const EarnCredentialInput = builder.inputType('EarnCredentialInput', {
  description: 'A credential that was earned.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who earned it.' }),
    credentialId: t.id({
      required: true,
      description: "An industry-recognized credential of the student's program.",
    }),
    earnedOn: t.field({
      type: 'Date',
      description: 'When: not before the student was in the program. Today where not given.',
    }),
    hoursTowardIt: t.field({
      type: 'Decimal',
      description: 'Hours of work-based learning that counted toward it.',
    }),
  }),
});
type Input = typeof EarnCredentialInput.$inferInput;

const EarnCredentialPayload = builder
  .objectRef<{ readonly id: string }>('EarnCredentialPayload')
  .implement({
    description: 'What was earned.',
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      credential: t.field({
        type: EarnedCredential,
        description: "The credential, as it stands on the student's record.",
        resolve: async ({ id }, _args, context, info) => {
          const where = { id, student: visibleStudents(context.actor) };
          const query = planRead({ context, info });
          return (await context.read.many('earnedCredential', { ...query, where }))[0] ?? null;
        },
      }),
    }),
  });

function minutesOf({ hoursTowardIt: hours }: Input): number | null {
  if (hours === null || hours === undefined) return null;
  if (hours < 0 || hours > MAX_HOURS)
    throw badUserInput(`"hoursTowardIt" cannot be ${hours}. It is from 0 to ${MAX_HOURS}.`);
  return Math.round(hours * MINUTES_AN_HOUR);
}

function requireCredentialFit(fit: CredentialFit): void {
  switch (fit.status) {
    case 'fits':
      return;
    case 'no-pathway':
      throw ruleViolated('NO_PATHWAY', 'The student is in no program that we were told of.');
    case 'not-of-the-program':
      throw ruleViolated(
        'CREDENTIAL_NOT_IN_PROGRAM',
        `The program "${fit.program}" does not lead to this credential.`,
      );
    case 'before-the-program':
      throw ruleViolated('CREDENTIAL_DATE', `The student is in the program since ${fit.since}.`);
    case 'in-the-future':
      throw ruleViolated('CREDENTIAL_DATE', `"earnedOn" is in the future; today is ${fit.today}.`);
  }
}

async function programOf(transaction: Prisma.TransactionClient, { pathway }: KnownStudent) {
  if (!pathway) return null;
  const where = { id: pathway.programId };
  const program = await transaction.programRef.findUnique({ where });
  return program ? { ...program, since: isoDay(pathway.since) } : null;
}

async function earn(
  context: Context,
  transaction: Prisma.TransactionClient,
  student: KnownStudent,
  { input, minutes }: { readonly input: Input; readonly minutes: number | null },
): Promise<string> {
  const { credentialId } = input;
  const earnedOn = dayOrToday(context, input.earnedOn);
  const program = await programOf(transaction, student);
  requireCredentialFit(credentialFit(program, { credentialId, earnedOn }, today(context)));
  const data = { studentId: student.id, credentialId, earnedOn: new Date(earnedOn), minutes };
  const { id } = await unlessTaken(
    transaction.earnedCredential.create({ data, select: { id: true } }),
    () => ruleViolated('CREDENTIAL_EARNED_ALREADY', 'The student has earned this credential.'),
  );
  return id;
}

builder.mutationField('earnCredential', (t) =>
  t.field({
    type: EarnCredentialPayload,
    nullable: true,
    description: "Records an industry-recognized credential of the student's program as earned.",
    args: {
      input: t.arg({ type: EarnCredentialInput, required: true, description: 'Who, and which.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"earnCredential"');
      if (!isUuid(input.credentialId))
        throw badUserInput(`"credentialId" cannot be "${input.credentialId}".`);
      const minutes = minutesOf(input);
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor)) throw forbidden(context.actor.role, 'record a credential');
      const id = await once(
        context,
        { mutation: 'earnCredential', key, input },
        (transaction: Prisma.TransactionClient) =>
          earn(context, transaction, student, { input, minutes }),
      );
      return { id };
    },
  }),
);
