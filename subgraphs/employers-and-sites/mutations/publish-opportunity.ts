import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/client/client.ts';
import { once } from '../once.ts';
import { requireActiveSite, requirePublishable } from '../opportunities.ts';
import { holdSite } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { type NewOffer, offerFields, requireOffer } from './new-offer.ts';
import { opportunityPayload } from './opportunity-payload.ts';

const PublishOpportunityInput = builder.inputType('PublishOpportunityInput', {
  description: 'What a site offers.',
  fields: offerFields,
});

const PublishOpportunityPayload = opportunityPayload(
  'PublishOpportunityPayload',
  'What was published.',
);

async function publish(transaction: Transaction, offer: NewOffer) {
  const site = await holdSite(transaction, offer.siteId);
  requireActiveSite(site);
  const data: Prisma.OpportunityUncheckedCreateInput = {
    ...offer,
    boardCode: site.boardCode,
    status: 'OPEN',
  };
  return (await transaction.opportunity.create({ data, select: { id: true } })).id;
}

builder.mutationFields((t) => ({
  publishOpportunity: t.field({
    type: PublishOpportunityPayload,
    nullable: true,
    description:
      "Advertises what a site offers, with all its slots. For staff of the region's board, and the employer. What is not refused may still have findings to look at.",
    args: {
      input: t.arg({ type: PublishOpportunityInput, required: true, description: 'What.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"publishOpportunity"');
      const offer = await requireOffer(context, input);
      requirePublishable(offer);
      const opportunityId = await once(
        context,
        { mutation: 'publishOpportunity', key, input },
        (transaction: Transaction) => publish(transaction, offer),
      );
      return { opportunityId };
    },
  }),
}));
