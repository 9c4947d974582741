import { builder } from '../builder.ts';
import { findOpportunity } from '../entities.ts';
import { Opportunity } from '../types/opportunity.ts';
import { OpportunityFinding, opportunityFindingsById } from '../types/opportunity-finding.ts';

/** The payload of a mutation that answers one opportunity with what is to be looked at. */
export const opportunityPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly opportunityId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      opportunity: t.field({
        type: Opportunity,
        description: 'The opportunity, as it is now.',
        resolve: ({ opportunityId }, _args, context, info) =>
          findOpportunity(context, opportunityId, info),
      }),
      findings: t.field({
        type: [OpportunityFinding],
        nullable: true,
        classified: 'STAFF_DIRECTORY',
        description: 'What its rules say of it; at most 9.',
        resolve: ({ opportunityId }, _args, context) =>
          opportunityFindingsById(context, opportunityId),
      }),
    }),
  });
