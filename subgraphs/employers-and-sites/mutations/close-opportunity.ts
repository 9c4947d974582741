import { ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { canMove, endOf } from '../domain/opportunity-states.ts';
import { once } from '../once.ts';
import { lockOpportunity, requireOffered } from '../opportunities.ts';
import type { Transaction } from '../transaction.ts';
import { EXPECTED_VERSION, requireVersion } from '../versions.ts';
import { opportunityPayload } from './opportunity-payload.ts';

const CloseOpportunityInput = builder.inputType('CloseOpportunityInput', {
  description: 'The opportunity that is no longer advertised.',
  fields: (t) => ({
    opportunityId: t.id({ required: true, description: 'Which opportunity.' }),
    expectedVersion: t.int({ required: true, description: EXPECTED_VERSION }),
  }),
});
type Input = typeof CloseOpportunityInput.$inferInput;

const CloseOpportunityPayload = opportunityPayload('CloseOpportunityPayload', 'What was closed.');

async function close(transaction: Transaction, { opportunityId: id, expectedVersion }: Input) {
  const row = await lockOpportunity(transaction, id);
  requireVersion(`Opportunity "${id}"`, row.version, expectedVersion);
  const status = endOf(row.status);
  if (!canMove(row.status, status))
    throw ruleViolated(
      'OPPORTUNITY_STATUS',
      `Opportunity "${id}" is ${row.status} already. It stays so.`,
    );
  await transaction.opportunity.update({
    where: { id },
    data: { status, version: { increment: 1 } },
  });
  return id;
}

builder.mutationFields((t) => ({
  closeOpportunity: t.field({
    type: CloseOpportunityPayload,
    nullable: true,
    description:
      "Closes an opportunity: nobody else begins, and who is there finishes. A draft is withdrawn. For staff of the region's board, and the employer.",
    args: {
      input: t.arg({ type: CloseOpportunityInput, required: true, description: 'Which.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"closeOpportunity"');
      await requireOffered(context, input.opportunityId, 'close this opportunity');
      const opportunityId = await once(
        context,
        { mutation: 'closeOpportunity', key, input },
        (transaction: Transaction) => close(transaction, input),
      );
      return { opportunityId };
    },
  }),
}));
