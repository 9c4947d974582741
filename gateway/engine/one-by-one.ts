import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';

/**
 * A mutation as several, each of one root field of the answer, in the order in which they must run: one
 * plan for all of them would order them by fragments. Anything else is itself.
 */
export function oneByOne(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode[] {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.MUTATION) return [document];
  const fields = rootFields(operation.selectionSet.selections, fragments);
  if (fields.size < 2) return [document];
  const only = (selections: readonly SelectionNode[]): DocumentNode => ({
    ...document,
    definitions: document.definitions.map((one) =>
      one === operation
        ? { ...operation, selectionSet: { ...operation.selectionSet, selections } }
        : one,
    ),
  });
  return [...fields.values()].map(only);
}

/** Root fields by response name, in the order of the answer. */
function rootFields(
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Map<string, SelectionNode[]> {
  const fields = new Map<string, SelectionNode[]>();

  function collect(selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      fields.set(name, [...(fields.get(name) ?? []), selection]);
      return;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    fragment?.selectionSet.selections.forEach(collect);
  }

  selections.forEach(collect);
  return fields;
}
