import { badUserInput, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Basis } from '../domain/consent-right.ts';
import { termFit } from '../domain/consent-term.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME } from '../limits.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { PurposeEnum } from '../types/enums.ts';
import { consentPayload } from './consent-payload.ts';
import { requireBasis, requireRight } from './consent-rules.ts';
import { dayOrToday, today } from './dates.ts';

const MAX_ELEMENTS = 50;
const MAX_ELEMENT = 100;

const RecordConsentInput = builder.inputType('RecordConsentInput', {
  description: 'What you let an organization know, for what, and until when.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Whose record: yours, or of your child.' }),
    recipientOrganization: t.string({
      required: true,
      description: 'Who may know; at most 200 characters.',
    }),
    purpose: t.field({ type: PurposeEnum, required: true, description: 'For what.' }),
    dataElements: t.stringList({
      required: true,
      description: 'What they may know: from 1 to 50 elements of at most 100 characters.',
    }),
    grantedOn: t.field({
      type: 'Date',
      description: 'The first day in force; today where not given, never later.',
    }),
    expiresOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day no longer in force: after the grant and after today.',
    }),
  }),
});
type Input = typeof RecordConsentInput.$inferInput;

const RecordConsentPayload = consentPayload('RecordConsentPayload', 'What was consented to.');

function checkShape({ recipientOrganization, dataElements }: Input): void {
  checkTexts({ recipientOrganization }, MAX_NAME);
  if (dataElements.length === 0 || dataElements.length > MAX_ELEMENTS)
    throw badUserInput(`"dataElements" has from 1 to ${MAX_ELEMENTS} elements.`);
  for (const element of dataElements) checkTexts({ dataElements: element }, MAX_ELEMENT);
}

function requireTerm(context: Context, { grantedOn, expiresOn }: Input): Date {
  const granted = dayOrToday(context, grantedOn);
  const fit = termFit(granted, isoDay(expiresOn), today(context));
  if (fit.status === 'expires-with-its-grant')
    throw ruleViolated('CONSENT_TERM', `It is granted on ${granted}, and has to expire later.`);
  if (fit.status === 'granted-in-the-future')
    throw ruleViolated('CONSENT_TERM', `"${granted}" is in the future; today is ${fit.today}.`);
  if (fit.status === 'expired-already')
    throw ruleViolated('CONSENT_TERM', `It would have expired already; today is ${fit.today}.`);
  return new Date(granted);
}

async function record(
  context: Context,
  transaction: Prisma.TransactionClient,
  student: KnownStudent,
  { input, basis }: { readonly input: Input; readonly basis: Basis },
): Promise<string> {
  requireRight(context, basis, student);
  const data = {
    studentId: student.id,
    basis,
    recipientOrganization: input.recipientOrganization,
    purpose: input.purpose,
    dataElements: [...input.dataElements],
    grantedOn: requireTerm(context, input),
    expiresOn: input.expiresOn,
    grantedBy: context.actor.subject ?? '',
  };
  const { id } = await transaction.consent.create({ data, select: { id: true } });
  return id;
}

builder.mutationField('recordConsent', (t) =>
  t.field({
    type: RecordConsentPayload,
    nullable: true,
    description:
      'Consents for yourself from age 14 or grade 9 on, or for your child until they are 18. Staff cannot.',
    args: {
      input: t.arg({ type: RecordConsentInput, required: true, description: 'Who may know what.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"recordConsent"');
      checkShape(input);
      const student = await requireStudent(context, input.studentId);
      const basis = requireBasis(context, 'consent for a student');
      const consentId = await once(
        context,
        { mutation: 'recordConsent', key, input },
        (transaction: Prisma.TransactionClient) =>
          record(context, transaction, student, { input, basis }),
      );
      return { consentId };
    },
  }),
);
