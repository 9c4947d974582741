import { type FieldNode, GraphQLError, type GraphQLField } from 'graphql';
import { argumentValue } from './argument-value.ts';
import type { ListSize } from './list-size.ts';

type Variables = Readonly<Record<string, unknown>>;
export type Items = (variables: Variables) => number;

const MOST_ITEMS = Number.MAX_SAFE_INTEGER;

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
    return argument ? [argumentValue(node, argument)] : [];
  });
  return (variables) => {
    const asked = bounds
      .map((bound) => bound(variables))
      .filter((value) => typeof value === 'number');
    if (size.wantsOneSlice && asked.length !== 1) throw notOneSlice(node, size, asked.length);
    // A number may be written that is infinite: that times nothing would be no number.
    return asked.length > 0 ? Math.min(Math.max(0, ...asked), MOST_ITEMS) : size.assumed;
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
