import {
  type FieldNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './fragments.ts';
import type { DocumentLimits } from './limits.ts';
import { overLimit } from './over-limit.ts';

/**
 * Throws where too many selections make one field of the answer. They need not stand together: what
 * stands in two fields of one name is merged, and validation compares it, each with each, level by level.
 * Every selection is visited once, so that a bound on them bounds this.
 */
export function checkRepeats(
  root: SelectionSetNode,
  fragments: Fragments,
  limits: DocumentLimits,
): void {
  const open: (readonly SelectionSetNode[])[] = [[root]];
  for (let sets = open.pop(); sets; sets = open.pop())
    for (const fields of merged(sets, fragments).values()) {
      if (fields.length > limits.repeats) throw overLimit('repeats', limits, fields.length);
      const below = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) open.push(below);
    }
}

/** The fields of all of these sets, by response name. */
function merged(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();

  function add(field: FieldNode): void {
    const name = (field.alias ?? field.name).value;
    const known = fields.get(name);
    if (known) known.push(field);
    else fields.set(name, [field]);
  }

  function collect({ selections }: SelectionSetNode): void {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) add(one);
      else collectFragment(one);
    }
  }

  function collectFragment(one: InlineFragmentNode | FragmentSpreadNode): void {
    const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
    if (fragment) collect(fragment.selectionSet);
  }

  for (const set of sets) collect(set);
  return fields;
}
