import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { switchesOf } from './conditions.ts';

/** The response name of a `__typename` that is ours, and no part of the answer. */
export const PRESENCE = 'presence__';

const presence: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: PRESENCE },
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * Asks an object that is there on every condition, with nothing in it that is, for its presence. The
 * planner would take the conditions of what is in it for its own: `{ rename { name @include(if: $on) } }`
 * would rename nothing where `$on` is false.
 */
export function withPresence(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode | undefined {
  if (isSure(selectionSet, fragments)) return undefined;
  return { ...selectionSet, selections: [presence, ...selectionSet.selections] };
}

function isSure(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  const isSureSelection = (selection: SelectionNode): boolean => {
    if (switchesOf(selection).length > 0) return false;
    if (selection.kind === Kind.FIELD) return true;
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment !== undefined && isSure(fragment.selectionSet, fragments);
  };
  return selections.some(isSureSelection);
}
