import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { orBroken } from '../database-rules.ts';
import { brokenTerms } from '../domain/agreement-terms.ts';
import type { BrokenRule } from '../domain/broken-rule.ts';
import type { LockedAgreement, Transaction } from '../locks.ts';
import { refuseBroken } from '../refuse.ts';
import { fiscalYearNow, todayAsDate } from '../today.ts';
import { agreementPayload } from './agreement-payload.ts';
import { termsOf } from './agreement-terms.ts';
import { EXPECTED_VERSION } from './checks.ts';
import { type Moving, moving } from './moving-agreement.ts';

const SignPartnershipInput = builder.inputType('SignPartnershipInput', {
  description: 'Which agreement to sign.',
  fields: (t) => ({
    agreementId: t.id({ required: true, description: 'The agreement.' }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
  }),
});

const SignPartnershipPayload = agreementPayload(
  'SignPartnershipPayload',
  'The agreement; in force where both sides have signed.',
);

const secondInForce = ({ districtCode, boardCode, fiscalYear }: LockedAgreement): BrokenRule => ({
  rule: 'ONE_ACTIVE_PARTNERSHIP',
  message: `District "${districtCode}" and board ${boardCode} have an agreement in force for fiscal year ${fiscalYear}. Terminate that first.`,
});

async function refuseSecond(transaction: Transaction, agreement: LockedAgreement): Promise<void> {
  const { districtCode, boardCode, fiscalYear } = agreement;
  const inForce = { districtCode, boardCode, fiscalYear, status: 'ACTIVE' as const };
  const other = await transaction.partnershipAgreement.findFirst({ where: inForce });
  refuseBroken(other && secondInForce(agreement));
}

const SIGNATURE = { SCHOOL: 'signedByDistrict', WORKFORCE_BOARD: 'signedByBoard' } as const;

const sign =
  (context: Context) =>
  async (transaction: Transaction, { agreement, next, side }: Moving): Promise<string> => {
    refuseBroken(brokenTerms(termsOf(agreement), fiscalYearNow(context)));
    await refuseSecond(transaction, agreement);
    const { id } = agreement;
    const signature = { [SIGNATURE[side]]: todayAsDate(context) };
    const data = { ...signature, status: next.status, version: { increment: 1 } };
    await orBroken(
      secondInForce(agreement),
      transaction.partnershipAgreement.update({ where: { id }, data }),
    );
    return id;
  };

builder.mutationFields((t) => ({
  signPartnership: t.field({
    type: SignPartnershipPayload,
    nullable: true,
    description:
      'Signs an agreement for the side that the caller is staff of: the district or the board. Each signs once; the second signature puts it in force, and makes its schools partners in its fiscal year.',
    args: {
      input: t.arg({ type: SignPartnershipInput, required: true, description: 'Which one.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"signPartnership"');
      const asked = { mutation: 'signPartnership', move: 'sign', key, input } as const;
      return moving(context, asked, sign(context));
    },
  }),
}));
