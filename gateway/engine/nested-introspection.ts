import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

const isOfTheSchema = ({ name }: FieldNode) => ['__schema', '__type'].includes(name.value);

/**
 * Throws where an operation asks of the schema below its root, through a field that gives the root type
 * again: the answer about the schema is one for the whole operation.
 */
export function refuseNestedIntrospection(
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  const seen = new Set<string>();

  /** Each fragment is read once at the root, and once below. */
  function within(one: SelectionNode, isBelow: boolean): readonly SelectionNode[] {
    if (one.kind !== Kind.FRAGMENT_SPREAD) return one.selectionSet?.selections ?? [];
    const spread = `${one.name.value} ${isBelow}`;
    if (seen.has(spread)) return [];
    seen.add(spread);
    return fragments.get(one.name.value)?.selectionSet.selections ?? [];
  }

  function read(one: SelectionNode, isBelow: boolean): void {
    const isField = one.kind === Kind.FIELD;
    if (isField && isOfTheSchema(one)) {
      if (isBelow) throw refusal(one);
      return;
    }
    for (const inner of within(one, isBelow)) read(inner, isBelow || isField);
  }

  for (const one of selectionSet.selections) read(one, false);
}

const refusal = (node: FieldNode) =>
  new GraphQLError(`Ask "${node.name.value}" at the root of the operation, not below a field.`, {
    nodes: node,
    extensions: { code: 'PLAN_IMPOSSIBLE' },
  });
