import { setImmediate as afterOthers } from 'node:timers/promises';
import {
  buildASTSchema,
  type DefinitionNode,
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
  /** In pieces of whole definitions. */
  readonly apiSdl: readonly string[];
  /** The supergraph's own text, in such pieces. */
  readonly sdl: readonly string[];
  readonly urls: readonly (readonly [string, string])[];
  /** Directives that the supergraph imports under other names, with those that we read. */
  readonly directiveNames: readonly (readonly [string, string])[];
};

/** Throws nothing: the texts were found good before. */
export function assembleSupergraph(sdl: string, parts: SupergraphParts): LoadedSupergraph {
  const steps = assembling(sdl, parts);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with room for others between the steps: a supergraph is taken while clients ask. */
export async function assembleInSteps(
  sdl: string,
  parts: SupergraphParts,
): Promise<LoadedSupergraph> {
  const steps = assembling(sdl, parts);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await afterOthers();
  }
}

/** Stops after each piece of work. To build a schema is one: nothing can be done with half of it. */
function* assembling(
  sdl: string,
  parts: SupergraphParts,
): Generator<undefined, LoadedSupergraph, undefined> {
  const names = new Map(parts.directiveNames);
  const apiDocument = yield* parsing(parts.apiSdl, new Map());
  const apiSchema = buildASTSchema(apiDocument, GOOD);
  yield;
  const document = yield* parsing(parts.sdl, names);
  const schema = buildASTSchema(document, GOOD);
  yield;
  return { sdl, apiSchema, schema, urls: new Map(parts.urls) };
}
const GOOD = { assumeValid: true };

function* parsing(
  pieces: readonly string[],
  names: ReadonlyMap<string, string>,
): Generator<undefined, DocumentNode, undefined> {
  const definitions: DefinitionNode[] = [];
  for (const piece of pieces) {
    definitions.push(...renamed(parse(piece, { noLocation: true }), names).definitions);
    yield;
  }
  return { kind: Kind.DOCUMENT, definitions };
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
