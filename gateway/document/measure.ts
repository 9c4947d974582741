import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentLimits } from './limits.ts';
import { overLimit } from './over-limit.ts';

/** Counts of a selection set with its fragments written out. They saturate: no count of a small text is too large for a number. */
type Counts = {
  readonly depth: number;
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the set itself, those of its fragments among them. */
  readonly fields: number;
  /** The same, by response name. */
  readonly names: ReadonlyMap<string, number>;
};

const NO_COUNTS = { depth: 0, selections: 0, aliases: 0, directives: 0, fields: 0 };
const CEILING = Number.MAX_SAFE_INTEGER / 4;
const sum = (a: number, b: number) => Math.min(a + b, CEILING);

/**
 * Throws where an operation of a document is over a limit that can be seen without its schema. Each
 * fragment is counted once, so this takes time by the length of the text, not by what it multiplies to.
 */
export function checkMeasures({ definitions }: DocumentNode, limits: DocumentLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const counter = createCounter(fragments, limits);
  // Fragments that no operation uses are validated too.
  for (const { name } of fragments.values()) counter.ofFragment(name.value);
  for (const one of definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) checkOperation(one, counter.ofSet, limits);
}

function checkOperation(
  { selectionSet, directives = [], variableDefinitions = [] }: OperationDefinitionNode,
  countsOf: (set: SelectionSetNode) => Counts,
  limits: DocumentLimits,
): void {
  const counts = countsOf(selectionSet);
  const ofVariables = variableDefinitions.flatMap((one) => one.directives ?? []).length;
  const found = {
    depth: counts.depth,
    rootFields: counts.fields,
    aliases: counts.aliases,
    directives: sum(counts.directives, directives.length + ofVariables),
    selections: counts.selections,
  };
  for (const name of ['depth', 'rootFields', 'aliases', 'directives', 'selections'] as const)
    if (found[name] > limits[name]) throw overLimit(name, limits, found[name]);
}

function createCounter(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  limits: DocumentLimits,
) {
  const known = new Map<string, Counts>();
  const open = new Set<string>();

  function ofFragment(name: string): Counts {
    const counts = known.get(name);
    if (counts) return counts;
    const fragment = fragments.get(name);
    // Validation says that there is none.
    if (!fragment) return { ...NO_COUNTS, names: new Map() };
    if (open.has(name)) throw spreadsItself(fragment);
    open.add(name);
    const next = ofSet(fragment.selectionSet);
    open.delete(name);
    known.set(name, next);
    return next;
  }

  /** What a selection adds to the set it stands in. */
  function ofSelection(selection: SelectionNode): Counts {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : NO_COUNTS;
    return {
      depth: below.depth + 1,
      selections: below.selections,
      aliases: sum(below.aliases, selection.alias ? 1 : 0),
      directives: below.directives,
      fields: 1,
      names: new Map([[(selection.alias ?? selection.name).value, 1]]),
    };
  }

  function ofSet({ selections }: SelectionSetNode): Counts {
    const names = new Map<string, number>();
    const total = { ...NO_COUNTS };
    for (const selection of selections) {
      const one = ofSelection(selection);
      total.depth = Math.max(total.depth, one.depth);
      total.selections = sum(total.selections, sum(one.selections, 1));
      total.aliases = sum(total.aliases, one.aliases);
      total.directives = sum(
        total.directives,
        one.directives + (selection.directives ?? []).length,
      );
      total.fields = sum(total.fields, one.fields);
      for (const [name, times] of one.names) {
        const repeats = sum(names.get(name) ?? 0, times);
        if (repeats > limits.repeats) throw overLimit('repeats', limits, repeats, 'more');
        names.set(name, repeats);
      }
    }
    return { ...total, names };
  }

  return { ofFragment, ofSet };
}

const spreadsItself = (fragment: FragmentDefinitionNode) =>
  new GraphQLError(`Fragment "${fragment.name.value}" spreads itself.`, {
    nodes: fragment,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
