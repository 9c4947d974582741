import {
  buildASTSchema,
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';

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
  /** Directives that the supergraph imports under other names, with those that we read. */
  readonly directiveNames: readonly (readonly [string, string])[];
};

/** Throws nothing: the texts were found good before. */
export function assembleSupergraph(
  sdl: string,
  { apiSdl, urls, directiveNames }: SupergraphParts,
): LoadedSupergraph {
  return {
    sdl,
    apiSchema: buildSchema(apiSdl, { assumeValid: true, noLocation: true }),
    schema: buildASTSchema(renamed(parse(sdl, { noLocation: true }), new Map(directiveNames)), {
      assumeValid: true,
    }),
    urls: new Map(urls),
  };
}

/** With each directive under our name; another one that has the name meant something else, and is gone. */
function renamed(document: DocumentNode, names: ReadonlyMap<string, string>): DocumentNode {
  if (names.size === 0) return document;
  const taken = new Set(names.values());
  return visit(document, {
    Directive(directive) {
      const ours = names.get(directive.name.value);
      if (ours === undefined) return taken.has(directive.name.value) ? null : undefined;
      return { ...directive, name: { kind: Kind.NAME, value: ours } };
    },
  });
}
