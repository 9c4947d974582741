import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';

/**
 * A mutation as several, by the root field of the answer that each is for: one plan for all of them
 * would order them by fragments. Null for what is one operation, and need not be taken apart.
 */
export function oneByOne(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ReadonlyMap<string, DocumentNode> | null {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.MUTATION) return null;
  const fields = rootFields(operation.selectionSet.selections, fragments);
  if (fields.size < 2) return null;
  const only = (selections: readonly SelectionNode[]): DocumentNode => ({
    ...document,
    definitions: document.definitions.map((one) =>
      one === operation
        ? { ...operation, selectionSet: { ...operation.selectionSet, selections } }
        : one,
    ),
  });
  return new Map([...fields].map(([name, selections]) => [name, only(selections)]));
}

type Wrap = (selection: SelectionNode) => SelectionNode;

/** Root fields by response name, each within the conditions of the fragments that it stood in. */
function rootFields(
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Map<string, SelectionNode[]> {
  const fields = new Map<string, SelectionNode[]>();

  function collect(selection: SelectionNode, wrap: Wrap): void {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      fields.set(name, [...(fields.get(name) ?? []), wrap(selection)]);
      return;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const inner = within(selection, wrap);
    for (const below of fragment?.selectionSet.selections ?? []) collect(below, inner);
  }

  for (const selection of selections) collect(selection, (one) => one);
  return fields;
}

function within({ directives = [] }: SelectionNode, wrap: Wrap): Wrap {
  if (directives.length === 0) return wrap;
  return (selection) =>
    wrap({
      kind: Kind.INLINE_FRAGMENT,
      directives,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
    });
}
