import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { type Fragments, spreadsItself } from './fragments.ts';

/** Counts of a selection set with its fragments written out. They saturate: no count of a small text is too large for a number. */
type Counts = {
  readonly depth: number;
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the set itself, those of its fragments among them. */
  readonly fields: number;
};
export type CountsOf = (set: SelectionSetNode) => Counts;

const NO_COUNTS = { depth: 0, selections: 0, aliases: 0, directives: 0, fields: 0 };
const CEILING = Number.MAX_SAFE_INTEGER / 4;
export const sum = (a: number, b: number) => Math.min(a + b, CEILING);

/** Counts each fragment once, however often it is spread. Throws where one spreads itself. */
export function createCounter(fragments: Fragments) {
  const known = new Map<string, Counts>();
  const open = new Set<string>();

  function ofFragment(name: string): Counts {
    const counts = known.get(name);
    if (counts) return counts;
    const fragment = fragments.get(name);
    // Validation says that there is none.
    if (!fragment) return NO_COUNTS;
    if (open.has(name)) throw spreadsItself(fragment);
    open.add(name);
    const next = withDirectives(ofSet(fragment.selectionSet), fragment.directives);
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
    };
  }

  function ofSet({ selections }: SelectionSetNode): Counts {
    const total = { ...NO_COUNTS };
    for (const selection of selections) {
      const one = withDirectives(ofSelection(selection), selection.directives);
      total.depth = Math.max(total.depth, one.depth);
      total.selections = sum(total.selections, sum(one.selections, 1));
      total.aliases = sum(total.aliases, one.aliases);
      total.directives = sum(total.directives, one.directives);
      total.fields = sum(total.fields, one.fields);
    }
    return total;
  }

  return { ofSet, counted: (name: string) => known.has(name) };
}

const withDirectives = (counts: Counts, directives: readonly unknown[] = []): Counts =>
  directives.length === 0
    ? counts
    : { ...counts, directives: sum(counts.directives, directives.length) };
