import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canBringIntoNetwork } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { closedSchool } from '../domain/agreement-terms.ts';
import { lockSchool, type Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireSchool } from '../rows.ts';
import { todayAsDate } from '../today.ts';
import { checkContact, contactOf, NewContactInput } from './joining-contact.ts';
import { membershipPayload } from './membership-payload.ts';
import { findMembership } from './open-membership.ts';

const JoinNetworkInput = builder.inputType('JoinNetworkInput', {
  description: 'The form by which a school joins the Connecting Activities School Network.',
  fields: (t) => ({
    schoolCode: t.field({ type: 'DeseOrgCode', required: true, description: 'Which school.' }),
    contactId: t.id({
      description: 'Who completes the form, of the school or its district. Or give `newContact`.',
    }),
    newContact: t.field({
      type: NewContactInput,
      description: 'Who completes the form, where the graph does not know them. Or `contactId`.',
    }),
    emailListOptIn: t.boolean({
      defaultValue: true,
      required: true,
      description: 'Whether they want the e-mails of the network.',
    }),
  }),
});
type Input = typeof JoinNetworkInput.$inferInput;

const JoinNetworkPayload = membershipPayload(
  'JoinNetworkPayload',
  'The membership: the one that began now, or the one that there was.',
);

/**
 * Joining has three effects: the e-mail list, the link to register in the work-based learning
 * database, and the map. The link goes to the outgoing mail in the same transaction.
 */
async function join(transaction: Transaction, context: Context, input: Input): Promise<string> {
  const school = await lockSchool(transaction, input.schoolCode);
  refuseBroken(closedSchool([school]));
  const existing = await findMembership(transaction, school.deseCode);
  if (existing) return existing.id;
  const joinedById = await contactOf(transaction, input, school);
  const { id } = await transaction.networkMembership.create({
    data: {
      schoolCode: school.deseCode,
      joinedOn: todayAsDate(context),
      joinedById,
      emailListOptIn: input.emailListOptIn,
      databaseRegistrationSentAt: context.now,
      mapListedAt: context.now,
    },
  });
  await transaction.message.create({
    data: {
      kind: 'DATABASE_REGISTRATION',
      contactId: joinedById,
      membershipId: id,
      dueAt: context.now,
    },
  });
  return id;
}

builder.mutationFields((t) => ({
  joinNetwork: t.field({
    type: JoinNetworkPayload,
    nullable: true,
    description:
      'Brings a school into the School Network as a member: on the e-mail list, with a link to register in the work-based learning database, and on the map. A school that is a member stays the member it is. For staff of the school, its district and its board.',
    args: {
      input: t.arg({ type: JoinNetworkInput, required: true, description: 'The form.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"joinNetwork"');
      checkContact(input);
      const school = await requireSchool(context, input.schoolCode);
      const what = `bring school "${school.deseCode}" into the network`;
      allow(canBringIntoNetwork(context.actor, school), context, what);
      const membershipId = await once(
        context,
        { mutation: 'joinNetwork', key, input },
        (transaction: Transaction) => join(transaction, context, input),
      );
      return { membershipId, schoolCode: school.deseCode };
    },
  }),
}));
