import { type Schema, Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';

/** A supergraph that was read and found good. Nothing in it changes: a swap makes another one. */
export type LoadedSupergraph = {
  readonly sdl: string;
  /** What a client may ask. */
  readonly apiSchema: GraphQLSchema;
  /** The subgraphs' URLs, by name, as the file has them. */
  readonly urls: ReadonlyMap<string, string>;
  /** What Apollo's planner and executor want of the same supergraph. */
  readonly apollo: {
    readonly supergraph: Supergraph;
    readonly schema: GraphQLSchema;
    readonly apiSchema: Schema;
  };
};

/** Throws where the text is no supergraph, or one that wants a feature that this gateway lacks. */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: true });
  const apiSchema = supergraph.apiSchema();
  return {
    sdl,
    apiSchema: apiSchema.toGraphQLJSSchema(),
    urls: new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url])),
    apollo: { supergraph, schema: supergraph.schema.toGraphQLJSSchema(), apiSchema },
  };
}
