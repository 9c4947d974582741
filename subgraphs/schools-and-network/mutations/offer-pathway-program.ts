import { badUserInput, notFound } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canOfferPathway } from '../access.ts';
import { builder } from '../builder.ts';
import { orBroken } from '../database-rules.ts';
import { closedSchool } from '../domain/agreement-terms.ts';
import type { BrokenRule } from '../domain/broken-rule.ts';
import { brokenOffer } from '../domain/pathway-offer.ts';
import type { School } from '../generated/client/client.ts';
import type { Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireSchool } from '../rows.ts';
import { IcpSectorEnum, PathwayTypeEnum } from '../types/enums.ts';
import { checkCounts, distinctIds } from './checks.ts';
import { pathwayPayload } from './pathway-payload.ts';

const MAX_TEXT = 200;
const MAX_URL = 500;
const MAX_CREDENTIALS = 30;

const OfferPathwayProgramInput = builder.inputType('OfferPathwayProgramInput', {
  description: 'A program of study that a school offers.',
  fields: (t) => ({
    schoolCode: t.field({ type: 'DeseOrgCode', required: true, description: 'Which school.' }),
    type: t.field({ type: PathwayTypeEnum, required: true, description: 'The kind of program.' }),
    title: t.string({ required: true, description: 'What it is called; at most 200 characters.' }),
    cipCode: t.field({
      type: 'CipCode',
      description: 'Its program of study; Chapter 74 and Perkins programs have one.',
    }),
    icpSector: t.field({
      type: IcpSectorEnum,
      description: 'The industry: of an Innovation Career Pathway, and of no other.',
    }),
    wblIntegrated: t.boolean({
      required: true,
      description:
        'Whether work-based learning is part of it, as of each Innovation Career Pathway.',
    }),
    credentialIds: t.idList({
      defaultValue: [],
      required: true,
      description: 'The industry-recognized credentials that students can earn in it; at most 30.',
    }),
    frameworksUrl: t.string({
      description: 'Where its framework stands: an `https` address of at most 500 characters.',
    }),
  }),
});
type Input = typeof OfferPathwayProgramInput.$inferInput;

const OfferPathwayProgramPayload = pathwayPayload('OfferPathwayProgramPayload');

function checkShape({ title, frameworksUrl, credentialIds }: Input): void {
  checkTexts({ title }, MAX_TEXT);
  checkTexts({ frameworksUrl }, MAX_URL);
  checkCounts({ credentialIds }, MAX_CREDENTIALS);
  if (frameworksUrl && !(frameworksUrl.startsWith('https://') && URL.canParse(frameworksUrl)))
    throw badUserInput(
      `"frameworksUrl" cannot be "${frameworksUrl}". It looks like "https://example.org".`,
    );
}

/** The ids of the credentials, each of which there has to be. */
async function credentialsOf(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
  const where = { id: { in: distinctIds(ids) } };
  const found = await transaction.industryCredential.findMany({ where, select: { id: true } });
  const known = new Set(found.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw notFound('IndustryCredential', missing);
  return [...known];
}

const offeredBefore = ({ schoolCode, type, title }: Input): BrokenRule => ({
  rule: 'PATHWAY_OFFERED_BEFORE',
  message: `School "${schoolCode}" offers "${title}" of type ${type} already.`,
});

async function offer(transaction: Transaction, input: Input, school: School): Promise<string> {
  const { type, title, wblIntegrated } = input;
  const terms = {
    type,
    wblIntegrated,
    cipCode: input.cipCode ?? null,
    icpSector: input.icpSector ?? null,
  };
  refuseBroken(closedSchool([school]));
  refuseBroken(brokenOffer({ ...terms, school }));
  const credentials = await credentialsOf(transaction, input.credentialIds);
  const { id } = await orBroken(
    offeredBefore(input),
    transaction.pathwayProgram.create({
      data: {
        ...terms,
        schoolCode: school.deseCode,
        title,
        frameworksUrl: input.frameworksUrl ?? null,
        credentials: { create: credentials.map((credentialId) => ({ credentialId })) },
      },
      select: { id: true },
    }),
  );
  return id;
}

builder.mutationFields((t) => ({
  offerPathwayProgram: t.field({
    type: OfferPathwayProgramPayload,
    nullable: true,
    description: 'Adds a pathway program to a school. For staff of the school and its district.',
    args: {
      input: t.arg({
        type: OfferPathwayProgramInput,
        required: true,
        description: 'What the school offers.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"offerPathwayProgram"');
      checkShape(input);
      const school = await requireSchool(context, input.schoolCode);
      const what = `offer a program at school "${school.deseCode}"`;
      allow(canOfferPathway(context.actor, school), context, what);
      const programId = await once(
        context,
        { mutation: 'offerPathwayProgram', key, input },
        (transaction: Transaction) => offer(transaction, input, school),
      );
      return { programId };
    },
  }),
}));
