import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The names that a subgraph was asked for, whatever the type of the object: what is merged of its answer. */
export type Asked = {
  readonly names: readonly string[];
  /** Of each name, what was asked below it; null for a leaf, which is never looked into. */
  readonly below: readonly (Asked | null)[];
};

/** Reads what a fetch asks from the text that the planner wrote, with names that will be others then. */
export function compileAsked(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  renames: ReadonlyMap<string, string>,
): Asked {
  const found = new Map<string, SelectionSetNode[]>();

  function add({ alias, name, selectionSet }: FieldNode): void {
    const asked = (alias ?? name).value;
    const renamed = renames.get(asked) ?? asked;
    const below = found.get(renamed) ?? [];
    if (selectionSet) below.push(selectionSet);
    found.set(renamed, below);
  }

  function visit(selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      add(selection);
      return;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    fragment?.selectionSet.selections.forEach(visit);
  }

  for (const { selections } of sets) selections.forEach(visit);
  return {
    names: [...found.keys()],
    below: [...found.values()].map((below) =>
      below.length > 0 ? compileAsked(below, fragments, renames) : null,
    ),
  };
}
