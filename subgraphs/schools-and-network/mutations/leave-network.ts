import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canBringIntoNetwork } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { leavingPartner } from '../domain/leaving.ts';
import { lockSchool, type Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireSchool } from '../rows.ts';
import { fiscalYearNow, todayAsDate } from '../today.ts';
import { membershipPayload } from './membership-payload.ts';
import { requireMembership } from './open-membership.ts';

const LeaveNetworkInput = builder.inputType('LeaveNetworkInput', {
  description: 'Which school leaves the School Network.',
  fields: (t) => ({
    schoolCode: t.field({ type: 'DeseOrgCode', required: true, description: 'Which school.' }),
  }),
});

const LeaveNetworkPayload = membershipPayload(
  'LeaveNetworkPayload',
  'The membership that ended. A school that joins again has another one.',
);

async function leave(
  transaction: Transaction,
  context: Context,
  schoolCode: string,
): Promise<string> {
  const school = await lockSchool(transaction, schoolCode);
  refuseBroken(leavingPartner(school, fiscalYearNow(context)));
  const { id } = await requireMembership(transaction, schoolCode);
  await transaction.networkMembership.update({
    where: { id },
    data: { leftOn: todayAsDate(context) },
  });
  return id;
}

builder.mutationFields((t) => ({
  leaveNetwork: t.field({
    type: LeaveNetworkPayload,
    nullable: true,
    description:
      "Ends a school's membership in the School Network. A partner ends its agreement first. For staff of the school, its district and its board.",
    args: {
      input: t.arg({ type: LeaveNetworkInput, required: true, description: 'Who leaves.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"leaveNetwork"');
      const school = await requireSchool(context, input.schoolCode);
      const schoolCode = school.deseCode;
      const what = `take school "${schoolCode}" out of the network`;
      allow(canBringIntoNetwork(context.actor, school), context, what);
      const membershipId = await once(
        context,
        { mutation: 'leaveNetwork', key, input },
        (transaction: Transaction) => leave(transaction, context, schoolCode),
      );
      return { membershipId, schoolCode };
    },
  }),
}));
