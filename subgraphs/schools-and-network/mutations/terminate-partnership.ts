import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { todayAsDate } from '../today.ts';
import { agreementPayload } from './agreement-payload.ts';
import { EXPECTED_VERSION } from './checks.ts';
import { moving } from './moving-agreement.ts';

const MAX_REASON = 1_000;

const TerminatePartnershipInput = builder.inputType('TerminatePartnershipInput', {
  description: 'Which agreement to end, and why.',
  fields: (t) => ({
    agreementId: t.id({ required: true, description: 'The agreement.' }),
    reason: t.string({
      required: true,
      description: 'Why, in words; at most 1,000 characters.',
    }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
  }),
});

const TerminatePartnershipPayload = agreementPayload(
  'TerminatePartnershipPayload',
  'The agreement that ended.',
);

builder.mutationFields((t) => ({
  terminatePartnership: t.field({
    type: TerminatePartnershipPayload,
    nullable: true,
    description:
      'Ends an agreement before its fiscal year does, or gives up a draft; its schools are partners by it no more. Either side may.',
    args: {
      input: t.arg({
        type: TerminatePartnershipInput,
        required: true,
        description: 'Which one, and why.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"terminatePartnership"');
      checkTexts({ reason: input.reason }, MAX_REASON);
      const asked = { mutation: 'terminatePartnership', move: 'terminate', key, input } as const;
      return moving(context, asked, async (transaction, { agreement: { id }, next }) => {
        const data = {
          status: next.status,
          terminatedOn: todayAsDate(context),
          terminatedFor: input.reason,
          version: { increment: 1 },
        };
        await transaction.partnershipAgreement.update({ where: { id }, data });
        return id;
      });
    },
  }),
}));
