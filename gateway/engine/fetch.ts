import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { type Asked, compileAsked } from './asked.ts';
import { type ClientNames, type ClientView, toClientPath } from './client-names.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import type { FetchContext } from './fetch-context.ts';
import type { Place } from './outcome.ts';
import { compilePath } from './paths.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { Step } from './step.ts';

export function compileFetch(node: FetchNode, path: ResponsePath, context: FetchContext): Step {
  if (node.contextRewrites?.length)
    throw new Error('A field wants @fromContext, which this gateway does not have.');
  const view: ClientView = {
    names: namesOf(node, context.clientNames),
    sources: renamesOf(node),
    wanted: context.wanted,
  };
  const list = path.findIndex((element) => String(element).startsWith('@'));
  const way = compilePath(list < 0 ? path : path.slice(0, list)).map(({ name }) => name);
  const place: Place = {
    hops: compilePath(path),
    path: toClientPath(way, view),
    view,
    asked: compileText(node),
  };
  context.places.push(place);
  return node.requires
    ? compileEntityFetch(node, place, context)
    : compileRootFetch(node, place, context);
}

/** Aliases of the planner's own are as foreign to the client as ours. */
function namesOf({ outputRewrites = [] }: FetchNode, clientNames: ClientNames): ClientNames {
  const names = new Map(clientNames);
  for (const rewrite of outputRewrites) {
    if (rewrite.kind !== 'KeyRenamer') continue;
    const { renameKeyTo } = rewrite;
    names.set(rewrite.path.at(-1) ?? '', clientNames.get(renameKeyTo) ?? renameKeyTo);
  }
  return names;
}

/** What the text of a fetch asks of its targets, under the names after its output was rewritten. */
function compileText(node: FetchNode): Asked {
  const { definitions } = parse(node.operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  const sets: SelectionSetNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) sets.push(definition.selectionSet);
  }
  const asked = compileAsked(sets, fragments, renamesOf(node));
  return node.requires ? (asked.below[0] ?? { names: [], below: [] }) : asked;
}

const renamesOf = ({ outputRewrites = [] }: FetchNode): ReadonlyMap<string, string> =>
  new Map(
    outputRewrites.flatMap((rewrite): [string, string][] =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo]] : [],
    ),
  );
