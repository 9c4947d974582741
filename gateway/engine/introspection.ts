import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { isData } from './data.ts';

/** Answers `__schema` and `__type` as JSON text, by the names that the client gave them. */
export type Introspect = (
  variables: Readonly<Record<string, unknown>>,
) => ReadonlyMap<string, string>;

const isIntrospection = (name: string) => name === '__schema' || name === '__type';

/** Null where an operation asks nothing of the schema. The schema is its own source: no subgraph is asked. */
export function compileIntrospection(
  schema: GraphQLSchema,
  written: DocumentNode,
): Introspect | null {
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
  const document = introspectionOnly(written);
  let known: ReadonlyMap<string, string> | null = null;
  return (variableValues) => {
    if (known) return known;
    const result = execute({ schema, document, variableValues });
    const data = 'data' in result && isData(result.data) ? result.data : {};
    const texts = new Map(
      Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    if (!reads) known = texts;
    return texts;
  };
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
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return [{ ...selection, selectionSet: keep(selection.selectionSet) }];
    const fragment = fragments.get(selection.name.value);
    if (!fragment) return [];
    const { directives } = selection;
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: keep(fragment.selectionSet) }];
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
