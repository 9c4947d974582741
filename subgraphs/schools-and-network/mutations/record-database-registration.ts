import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canBringIntoNetwork } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { lockSchool, type Transaction } from '../locks.ts';
import { allow } from '../refuse.ts';
import { requireSchool } from '../rows.ts';
import { membershipPayload } from './membership-payload.ts';
import { requireMembership } from './open-membership.ts';

const RecordDatabaseRegistrationInput = builder.inputType('RecordDatabaseRegistrationInput', {
  description: 'Which school has registered in the work-based learning database.',
  fields: (t) => ({
    schoolCode: t.field({ type: 'DeseOrgCode', required: true, description: 'Which school.' }),
  }),
});

const RecordDatabaseRegistrationPayload = membershipPayload(
  'RecordDatabaseRegistrationPayload',
  'The membership whose link was used.',
);

async function register(
  transaction: Transaction,
  { now }: Context,
  schoolCode: string,
): Promise<string> {
  await lockSchool(transaction, schoolCode);
  const { id, databaseRegistrationUsedAt } = await requireMembership(transaction, schoolCode);
  const data = { databaseRegistrationUsedAt: databaseRegistrationUsedAt ?? now };
  await transaction.networkMembership.update({ where: { id }, data });
  return id;
}

builder.mutationFields((t) => ({
  recordDatabaseRegistration: t.field({
    type: RecordDatabaseRegistrationPayload,
    nullable: true,
    description:
      'Records that a member has registered in the work-based learning database with the link it was sent; the first time counts. For staff of the school, its district and its board.',
    args: {
      input: t.arg({
        type: RecordDatabaseRegistrationInput,
        required: true,
        description: 'Who registered.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"recordDatabaseRegistration"');
      const school = await requireSchool(context, input.schoolCode);
      const what = `record a registration for school "${school.deseCode}"`;
      allow(canBringIntoNetwork(context.actor, school), context, what);
      const membershipId = await once(
        context,
        { mutation: 'recordDatabaseRegistration', key, input },
        (transaction: Transaction) => register(transaction, context, school.deseCode),
      );
      return { membershipId, schoolCode: school.deseCode };
    },
  }),
}));
