import { ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { once } from '../once.ts';
import {
  lockOpportunity,
  requireActiveSite,
  requireOffered,
  requirePublishable,
} from '../opportunities.ts';
import { holdSite } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { EXPECTED_VERSION, requireVersion } from '../versions.ts';
import { opportunityPayload } from './opportunity-payload.ts';

const PublishDraftInput = builder.inputType('PublishDraftInput', {
  description: 'The draft that is finished.',
  fields: (t) => ({
    opportunityId: t.id({ required: true, description: 'Which opportunity.' }),
    expectedVersion: t.int({ required: true, description: EXPECTED_VERSION }),
  }),
});
type Input = typeof PublishDraftInput.$inferInput;

const PublishDraftPayload = opportunityPayload('PublishDraftPayload', 'What was published.');

/** The site before the opportunity: whoever retires a site locks them in that order. */
async function publish(transaction: Transaction, siteId: string, input: Input) {
  const { opportunityId: id, expectedVersion } = input;
  const site = await holdSite(transaction, siteId);
  const row = await lockOpportunity(transaction, id);
  requireVersion(`Opportunity "${id}"`, row.version, expectedVersion);
  if (row.status !== 'DRAFT')
    throw ruleViolated(
      'OPPORTUNITY_STATUS',
      `Opportunity "${id}" is ${row.status}. Only a DRAFT is published so.`,
    );
  requireActiveSite(site);
  requirePublishable(row);
  await transaction.opportunity.update({
    where: { id },
    data: { status: 'OPEN', version: { increment: 1 } },
  });
  return id;
}

builder.mutationFields((t) => ({
  publishDraft: t.field({
    type: PublishDraftPayload,
    nullable: true,
    description:
      "Advertises what was drafted, where no rule blocks it. For staff of the region's board, and the employer.",
    args: {
      input: t.arg({ type: PublishDraftInput, required: true, description: 'Which draft.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"publishDraft"');
      const what = 'publish this opportunity';
      const { siteId } = await requireOffered(context, input.opportunityId, what);
      const opportunityId = await once(
        context,
        { mutation: 'publishDraft', key, input },
        (transaction: Transaction) => publish(transaction, siteId, input),
      );
      return { opportunityId };
    },
  }),
}));
