import { type FieldNode, GraphQLError, type GraphQLField, valueFromAST } from 'graphql';
import type { ListSize } from './list-size.ts';

type Variables = Readonly<Record<string, unknown>>;
export type Items = (variables: Variables) => number;

/**
 * The value of the argument that bounds a list, the default of it, or what is assumed. Throws where not
 * exactly one such argument is given and the list wants that.
 */
export function sliced(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  size: ListSize,
): Items {
  const bounds = size.slicedBy.flatMap((name) => {
    const argument = field.args.find((one) => one.name === name);
    if (!argument) return [];
    const given = node.arguments?.find((one) => one.name.value === name)?.value;
    return [
      (variables: Variables): unknown =>
        given ? valueFromAST(given, argument.type, variables) : argument.defaultValue,
    ];
  });
  return (variables) => {
    const asked = bounds
      .map((bound) => bound(variables))
      .filter((value) => typeof value === 'number');
    if (size.wantsOneSlice && asked.length !== 1) throw notOneSlice(node, size, asked.length);
    return asked.length > 0 ? Math.max(0, ...asked) : size.assumed;
  };
}

function notOneSlice(node: FieldNode, { slicedBy }: ListSize, found: number): GraphQLError {
  const field = node.name.value;
  const names = slicedBy.map((name) => `"${name}"`).join(', ');
  const message =
    slicedBy.length === 1
      ? `Give "${field}" the argument ${names}: it says how long the list is.`
      : `Give "${field}" exactly one of the arguments ${names}, not ${found}: it says how long the list is.`;
  return new GraphQLError(message, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', field },
  });
}
