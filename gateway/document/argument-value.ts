import { type FieldNode, type GraphQLArgument, valueFromAST } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What a resolver gets: the value that is given, or the default, also where the variable given has no value. */
export function argumentValue(
  node: FieldNode,
  { name, type, defaultValue }: Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>,
): (variables: Variables) => unknown {
  const given = node.arguments?.find((one) => one.name.value === name)?.value;
  if (!given) return () => defaultValue;
  return (variables) => {
    const value: unknown = valueFromAST(given, type, variables);
    return value === undefined ? defaultValue : value;
  };
}
