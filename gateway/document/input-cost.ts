import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { argumentValue } from './argument-value.ts';
import { weightOf } from './list-size.ts';

type Variables = Readonly<Record<string, unknown>>;
type Weighed = Pick<GraphQLArgument, 'type' | 'astNode'>;

/**
 * What the arguments of a field cost: each value that a resolver gets, written or by default, by the
 * `@cost` of its argument, its input field or its type; each item of a list for itself. Null where no
 * value can cost anything.
 */
export function compileInputCost(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): ((variables: Variables) => number) | null {
  const weighed = field.args.filter(mayCost);
  if (weighed.length === 0) return null;
  const costs = weighed.map((one) => {
    const given = argumentValue(node, one);
    return (variables: Variables) => costOf(given(variables), one.type, one);
  });
  return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
}

function costOf(value: unknown, type: GraphQLInputType, declared: Weighed): number {
  const inner = getNullableType(type);
  if (value === undefined) return 0;
  if (isListType(inner)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.reduce((sum: number, item) => sum + costOf(item, inner.ofType, declared), 0);
  }
  const own = ownWeight(declared);
  if (!isInputObjectType(inner) || typeof value !== 'object' || value === null) return own;
  return Object.entries(value).reduce((sum, [name, below]) => {
    const one = inner.getFields()[name];
    return one ? sum + costOf(below, one.type, one) : sum;
  }, own);
}

const ownWeight = (one: Weighed): number => weightOf(one) ?? weightOf(getNamedType(one.type)) ?? 0;

/** Whether an argument, or anything that may be in its value, has a weight. */
function mayCost(argument: Weighed): boolean {
  const seen = new Set<unknown>();
  const open: Weighed[] = [argument];
  for (let one = open.pop(); one; one = open.pop()) {
    if (ownWeight(one) !== 0) return true;
    const type = getNamedType(one.type);
    if (!isInputObjectType(type) || seen.has(type)) continue;
    seen.add(type);
    open.push(...Object.values(type.getFields()));
  }
  return false;
}
