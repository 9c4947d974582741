import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Introspector } from '../planning/planner.ts';

/** Answers `__schema` and `__type` as JSON text, by the names that the client gave them. */
export type Introspect = (
  variables: Readonly<Record<string, unknown>>,
) => Promise<ReadonlyMap<string, string>>;

const isIntrospection = (name: string) => name === '__schema' || name === '__type';

/** Null where an operation asks nothing of the schema. The schema is its own source: no subgraph is asked. */
export function compileIntrospection(ask: Introspector, written: DocumentNode): Introspect | null {
  let asks = false;
  let reads = false;
  visit(written, {
    Field({ name }) {
      if (isIntrospection(name.value)) asks = true;
    },
    Variable() {
      reads = true;
    },
  });
  if (!asks) return null;
  const text = print(introspectionOnly(written));
  return (variables) => ask(text, reads ? variables : {});
}

/** The operation with only those of its root's fields that are about the schema. */
function introspectionOnly(written: DocumentNode): DocumentNode {
  const fragments = new Map(
    written.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );

  const keep = ({ selections, ...set }: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: selections.flatMap(keepSelection),
  });

  function keepSelection(selection: SelectionNode): SelectionNode[] {
    if (selection.kind === Kind.FIELD)
      return isIntrospection(selection.name.value) ? [selection] : [];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) return [];
    const selectionSet = keep(fragment.selectionSet);
    const { directives } = selection;
    return selectionSet.selections.length > 0
      ? [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet }]
      : [];
  }

  return {
    ...written,
    definitions: written.definitions.map((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? keepOperation(one, keep) : one,
    ),
  };
}

const keepOperation = (
  operation: OperationDefinitionNode,
  keep: (set: SelectionSetNode) => SelectionSetNode,
): OperationDefinitionNode => ({ ...operation, selectionSet: keep(operation.selectionSet) });
