import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/client/client.ts';
import { once } from '../once.ts';
import { requireDraftable } from '../opportunities.ts';
import { holdSite } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { type NewOffer, offerFields, requireOffer } from './new-offer.ts';
import { opportunityPayload } from './opportunity-payload.ts';

const DraftOpportunityInput = builder.inputType('DraftOpportunityInput', {
  description: 'What a site might offer.',
  fields: offerFields,
});

const DraftOpportunityPayload = opportunityPayload('DraftOpportunityPayload', 'What was drafted.');

async function draft(transaction: Transaction, offer: NewOffer) {
  const { boardCode } = await holdSite(transaction, offer.siteId);
  const data: Prisma.OpportunityUncheckedCreateInput = { ...offer, boardCode, status: 'DRAFT' };
  return (await transaction.opportunity.create({ data, select: { id: true } })).id;
}

builder.mutationFields((t) => ({
  draftOpportunity: t.field({
    type: DraftOpportunityPayload,
    nullable: true,
    description:
      "Writes down what a site might offer, for its staff alone. It may break rules until it is published: its findings say which. For staff of the region's board, and the employer.",
    args: {
      input: t.arg({ type: DraftOpportunityInput, required: true, description: 'What.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"draftOpportunity"');
      const offer = await requireOffer(context, input);
      requireDraftable(offer);
      const opportunityId = await once(
        context,
        { mutation: 'draftOpportunity', key, input },
        (transaction: Transaction) => draft(transaction, offer),
      );
      return { opportunityId };
    },
  }),
}));
