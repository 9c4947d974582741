import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canRequestSupport } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME, MAX_SENTENCE } from '../limits.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { SupportTypeEnum } from '../types/enums.ts';
import { today } from './dates.ts';
import { supportPayload } from './support-payload.ts';

const RequestSupportInput = builder.inputType('RequestSupportInput', {
  description: 'What a student needs so that an experience becomes possible. It is confidential.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who needs it.' }),
    type: t.field({ type: SupportTypeEnum, required: true, description: 'What it is.' }),
    description: t.string({
      description: 'In more words; needed for `OTHER`. At most 1,000 characters.',
    }),
    neededBy: t.field({ type: 'Date', description: 'By when; not in the past.' }),
    providerOrganization: t.string({
      description: 'Who provides it, where that is not the school; at most 200 characters.',
    }),
  }),
});
type Input = typeof RequestSupportInput.$inferInput;

const RequestSupportPayload = supportPayload('RequestSupportPayload', 'What was asked for.');

function requireRequestable(
  context: Context,
  { id, enrollmentStatus }: KnownStudent,
  { type, description, neededBy }: Input,
): void {
  if (enrollmentStatus !== 'ENROLLED')
    throw ruleViolated('NOT_ENROLLED', `Student "${id}" is not enrolled at a school.`);
  if (type === 'OTHER' && !description)
    throw ruleViolated('SUPPORT_NEEDS_DESCRIPTION', 'A support of type OTHER says what it is.');
  if (neededBy && isoDay(neededBy) < today(context))
    throw ruleViolated(
      'NEEDED_BY_DATE',
      `"${isoDay(neededBy)}" is past; today is ${today(context)}.`,
    );
}

builder.mutationField('requestSupport', (t) =>
  t.field({
    type: RequestSupportPayload,
    nullable: true,
    description: 'Asks for something that a student needs so that an experience becomes possible.',
    args: {
      input: t.arg({ type: RequestSupportInput, required: true, description: 'Who needs what.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const requestedBy = requireSignedIn(context, '"requestSupport"');
      const { type, description, neededBy, providerOrganization } = input;
      checkTexts({ description }, MAX_SENTENCE);
      checkTexts({ providerOrganization }, MAX_NAME);
      const student = await requireStudent(context, input.studentId);
      if (!canRequestSupport(context.actor))
        throw forbidden(context.actor.role, 'request a support');
      const supportId = await once(
        context,
        { mutation: 'requestSupport', key, input },
        async (transaction: Prisma.TransactionClient) => {
          requireRequestable(context, student, input);
          const what = { type, description, neededBy, providerOrganization };
          const asked = { status: 'REQUESTED' as const, requestedAt: context.now, requestedBy };
          const data = { studentId: student.id, ...what, ...asked };
          const { id } = await transaction.studentSupport.create({ data, select: { id: true } });
          return id;
        },
      );
      return { supportId };
    },
  }),
);
