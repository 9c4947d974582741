import { entitiesField, entitiesResolver } from '@apollo/subgraph/dist/types.js';
import type { GraphQLFieldConfig, GraphQLResolveInfo } from 'graphql';

type Asked = { readonly representations: readonly unknown[] };

/** An error in the place of an entity fails that place alone. */
function entityOf(representation: unknown, context: unknown, info: GraphQLResolveInfo): unknown {
  try {
    const [entity] = entitiesResolver({ representations: [representation], context, info });
    return entity;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Apollo's `_entities`, but that a representation which no entity can be found by takes none of the others
 * with it: their promises would be nobody's, and one that fails ends a process.
 */
export const separateEntities: GraphQLFieldConfig<unknown, unknown, Asked> = {
  ...entitiesField,
  resolve: (_root, { representations }, context, info) =>
    representations.map((representation) => entityOf(representation, context, info)),
};
