import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { sideOf } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { brokenTerms } from '../domain/agreement-terms.ts';
import type { Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireBoard, requireDistrict } from '../rows.ts';
import { fiscalYearNow } from '../today.ts';
import { ResourceKindEnum, ResourceSideEnum, WorkforceBoardCodeEnum } from '../types/enums.ts';
import { agreementPayload } from './agreement-payload.ts';
import { draftAgreement, readTerms } from './agreement-terms.ts';
import { checkCounts } from './checks.ts';

/** The largest district has about 130 schools. */
const MAX_SCHOOLS = 200;
const MAX_PEOPLE = 200;
const MAX_COMMITMENTS = 50;
const MAX_DESCRIPTION = 1_000;

const ResourceCommitmentInput = builder.inputType('ResourceCommitmentInput', {
  description: 'A resource that one side would commit.',
  fields: (t) => ({
    side: t.field({ type: ResourceSideEnum, required: true, description: 'Who commits it.' }),
    kind: t.field({ type: ResourceKindEnum, required: true, description: 'What kind it is.' }),
    description: t.string({
      required: true,
      description: 'What exactly, in words; at most 1,000 characters.',
    }),
  }),
});

const ProposePartnershipInput = builder.inputType('ProposePartnershipInput', {
  description: 'The terms on which a district and its board would be partners for a fiscal year.',
  fields: (t) => ({
    districtCode: t.field({ type: 'DeseOrgCode', required: true, description: 'The district.' }),
    boardCode: t.field({
      type: WorkforceBoardCodeEnum,
      required: true,
      description: 'The board: the one that all covered schools belong to.',
    }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      description: 'The current fiscal year, which it is where not given, or the next one.',
    }),
    schoolCodes: t.field({
      type: ['DeseOrgCode'],
      required: true,
      description: 'The schools of the district that it covers; from 1 to 200.',
    }),
    coordinatorIds: t.idList({
      required: true,
      description: 'Staff of covered schools who coordinate it; from 1 to 200.',
    }),
    commitments: t.field({
      type: [ResourceCommitmentInput],
      required: true,
      description: 'What both sides commit, one resource or more each; at most 50.',
    }),
  }),
});
type Input = typeof ProposePartnershipInput.$inferInput;

const ProposePartnershipPayload = agreementPayload(
  'ProposePartnershipPayload',
  'The agreement, a draft until one side signs.',
);

function checkShape({ schoolCodes, coordinatorIds, commitments }: Input): void {
  checkCounts({ schoolCodes }, MAX_SCHOOLS);
  checkCounts({ coordinatorIds }, MAX_PEOPLE);
  checkCounts({ commitments }, MAX_COMMITMENTS);
  for (const { description } of commitments) checkTexts({ description }, MAX_DESCRIPTION);
}

async function requireParty(context: Context, { districtCode, boardCode }: Input): Promise<void> {
  await requireDistrict(context, districtCode);
  await requireBoard(context, boardCode);
  const side = sideOf(context.actor, { districtCode, boardCode });
  const what = `propose a partnership of district "${districtCode}" with board ${boardCode}`;
  allow(side !== null, context, what);
}

builder.mutationFields((t) => ({
  proposePartnership: t.field({
    type: ProposePartnershipPayload,
    nullable: true,
    description:
      'Drafts a partnership agreement between a district and its board. Both sides commit resources, and designated staff coordinate it; it is in force once both have signed. For staff of the district and of the board.',
    args: {
      input: t.arg({ type: ProposePartnershipInput, required: true, description: 'The terms.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"proposePartnership"');
      checkShape(input);
      await requireParty(context, input);
      const year = fiscalYearNow(context);
      const asked = { ...input, fiscalYear: input.fiscalYear ?? year };
      const agreementId = await once(
        context,
        { mutation: 'proposePartnership', key, input },
        async (transaction: Transaction) => {
          refuseBroken(brokenTerms(await readTerms(transaction, asked), year));
          return draftAgreement(transaction, asked);
        },
      );
      return { agreementId };
    },
  }),
}));
