import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { orBroken } from '../database-rules.ts';
import { brokenTerms } from '../domain/agreement-terms.ts';
import type { BrokenRule } from '../domain/broken-rule.ts';
import type { Transaction } from '../locks.ts';
import { refuseBroken } from '../refuse.ts';
import { fiscalYearNow } from '../today.ts';
import { agreementPayload } from './agreement-payload.ts';
import { askedOf, draftAgreement, readTerms } from './agreement-terms.ts';
import { checkCounts } from './checks.ts';
import { type Moving, moving } from './moving-agreement.ts';

const MAX_LIST = 200;

const RenewPartnershipInput = builder.inputType('RenewPartnershipInput', {
  description: 'Which agreement to continue in the next fiscal year, with what changed.',
  fields: (t) => ({
    agreementId: t.id({ required: true, description: 'The agreement of this year.' }),
    schoolCodes: t.field({
      type: ['DeseOrgCode'],
      description: 'The schools that it covers, where they are others now; from 1 to 200.',
    }),
    coordinatorIds: t.idList({
      description: 'Who coordinates it, where they are others now; from 1 to 200.',
    }),
  }),
});
type Input = typeof RenewPartnershipInput.$inferInput;

const RenewPartnershipPayload = agreementPayload(
  'RenewPartnershipPayload',
  'The agreement for the next fiscal year, a draft until one side signs.',
);

const RENEWED_BEFORE: BrokenRule = {
  rule: 'PARTNERSHIP_RENEWED_BEFORE',
  message: 'It has been renewed before. Sign that renewal, or terminate it first.',
};

async function refuseSecond(transaction: Transaction, renewedFromId: string): Promise<void> {
  const other = { renewedFromId, status: { not: 'TERMINATED' as const } };
  const renewal = await transaction.partnershipAgreement.findFirst({ where: other });
  refuseBroken(renewal && RENEWED_BEFORE);
}

const renew =
  (context: Context, { schoolCodes, coordinatorIds }: Input) =>
  async (transaction: Transaction, { agreement }: Moving): Promise<string> => {
    await refuseSecond(transaction, agreement.id);
    const before = askedOf(agreement);
    const asked = {
      ...before,
      fiscalYear: before.fiscalYear + 1,
      schoolCodes: schoolCodes ?? before.schoolCodes,
      coordinatorIds: coordinatorIds ?? before.coordinatorIds,
    };
    refuseBroken(brokenTerms(await readTerms(transaction, asked), fiscalYearNow(context)));
    return orBroken(RENEWED_BEFORE, draftAgreement(transaction, asked, agreement.id));
  };

builder.mutationFields((t) => ({
  renewPartnership: t.field({
    type: RenewPartnershipPayload,
    nullable: true,
    description:
      'Drafts the next fiscal year of an agreement that is in force or ran out, with the same schools, coordinators and commitments; both sides sign anew. Either side may, once.',
    args: {
      input: t.arg({ type: RenewPartnershipInput, required: true, description: 'Which one.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"renewPartnership"');
      checkCounts(
        { schoolCodes: input.schoolCodes, coordinatorIds: input.coordinatorIds },
        MAX_LIST,
      );
      const asked = { mutation: 'renewPartnership', move: 'renew', key, input } as const;
      return moving(context, asked, renew(context, input));
    },
  }),
}));
