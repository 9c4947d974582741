import type { GraphQLResolveInfo } from 'graphql';
import { badUserInput, notFound } from '../../../platform/errors.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { differingAspects } from '../domain/compare.ts';
import { findOpportunity } from '../entities.ts';
import type { Opportunity as Row } from '../generated/client/client.ts';
import { OpportunityAspectEnum } from './enums.ts';
import { Opportunity } from './opportunity.ts';

/** More do not fit beside each other. */
export const MAX_COMPARED = 5;

const Compared = builder.objectRef<{ readonly rows: readonly Row[] }>('OpportunityComparison');

export const OpportunityComparison = Compared.implement({
  description: 'Some opportunities beside each other, for students and families.',
  classified: 'PUBLIC',
  fields: (t) => ({
    opportunities: t.field({
      type: [Opportunity],
      nullable: false,
      description: `In the order in which they were asked; at most ${MAX_COMPARED}.`,
      resolve: async ({ rows }, _args, context, info) => {
        const found = await Promise.all(rows.map(({ id }) => findOpportunity(context, id, info)));
        return found.flatMap((row) => row ?? []);
      },
    }),
    differsIn: t.field({
      type: [OpportunityAspectEnum],
      nullable: false,
      description: 'In what they are not all alike; at most 10.',
      resolve: ({ rows }) => differingAspects(rows),
    }),
  }),
});

/** The opportunities by these ids, each once; hidden and missing look the same. */
export async function compare(
  context: Context,
  given: readonly string[],
  info: GraphQLResolveInfo,
) {
  const ids = [...new Set(given)];
  if (ids.length < 1 || ids.length > MAX_COMPARED)
    throw badUserInput(`"ids" has ${ids.length} entries. From 1 to ${MAX_COMPARED} are compared.`, {
      argument: 'ids',
    });
  const rows = await Promise.all(ids.map((id) => findOpportunity(context, id, info)));
  return {
    rows: rows.map((row, index) => {
      if (!row) throw notFound('Opportunity', ids[index] ?? '');
      return row;
    }),
  };
}
