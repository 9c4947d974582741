import { buildASTSchema, buildSchema, type GraphQLSchema, parse } from 'graphql';

/** A supergraph that was read and found good. Nothing in it changes: a swap makes another one. */
export type LoadedSupergraph = {
  readonly sdl: string;
  /** What a client may ask. */
  readonly apiSchema: GraphQLSchema;
  /** With which subgraph has what, as `@join__…` says it. */
  readonly schema: GraphQLSchema;
  /** The subgraphs' URLs, by name, as the file has them. */
  readonly urls: ReadonlyMap<string, string>;
};

/** What Apollo's libraries read in a supergraph: texts, that go from thread to thread. */
export type SupergraphParts = {
  readonly apiSdl: string;
  readonly urls: readonly (readonly [string, string])[];
};

/** Throws nothing: the texts were found good before. */
export function assembleSupergraph(
  sdl: string,
  { apiSdl, urls }: SupergraphParts,
): LoadedSupergraph {
  return {
    sdl,
    apiSchema: buildSchema(apiSdl, { assumeValid: true, noLocation: true }),
    schema: buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true }),
    urls: new Map(urls),
  };
}
