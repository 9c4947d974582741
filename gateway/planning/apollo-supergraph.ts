import {
  buildSchema,
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import { printSchema } from 'graphql';
import type { SupergraphParts } from '../supergraph.ts';
import { ourNames } from './our-names.ts';
import { piecesOf } from './pieces.ts';
import { refuseUnserved } from './refuse-unserved.ts';

/** A supergraph as Apollo's planner wants it. */
export type ApolloSupergraph = {
  readonly supergraph: Supergraph;
  readonly apiSchema: Schema;
};

/** Throws where the text is no supergraph, or one that wants a feature that this gateway lacks. */
export function readApolloSupergraph(sdl: string): ApolloSupergraph {
  const schema = buildSchema(sdl, { validate: false });
  refuseUnserved(schema);
  const supergraph = new Supergraph(schema, DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, true);
  return { supergraph, apiSchema: supergraph.apiSchema() };
}

export const partsOf = (
  sdl: string,
  { supergraph, apiSchema }: ApolloSupergraph,
): SupergraphParts => ({
  apiSdl: piecesOf(printSchema(apiSchema.toGraphQLJSSchema())),
  sdl: piecesOf(sdl),
  urls: supergraph.subgraphsMetadata().map(({ name, url }) => [name, url] as const),
  directiveNames: ourNames(supergraph.schema),
});
