import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';
import { isList, type ListSize, listSizeOf, weightOf } from './list-size.ts';

type Variables = Readonly<Record<string, unknown>>;
/** The estimated cost of an operation, by its variables: about the number of objects in its answer. */
export type Cost = (variables: Variables) => number;

type Items = (variables: Variables) => number;
/** The items that a page holds, by the names of its fields. */
type Held = { readonly names: readonly string[]; readonly items: Items };

const ONE: Items = () => 1;
const CEILING = Number.MAX_SAFE_INTEGER;
const isIntrospection = (name: string) => name.startsWith('__');

/**
 * An object costs 1, a scalar nothing, unless `@cost` says otherwise; what stands in a list costs that
 * times its items (`@listSize`, or the argument that bounds a page). Alternatives of an abstract type
 * are added up, so that the estimate is never too low for that. `schema` has the directives.
 */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Cost {
  const root = schema.getRootType(operation.operation);

  function ofSet(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType,
    held: Held | null,
  ): Cost {
    const costs = selections.map((one) => ofSelection(one, type, held));
    return (variables) =>
      Math.min(
        costs.reduce((sum, cost) => sum + cost(variables), 0),
        CEILING,
      );
  }

  function ofSelection(one: SelectionNode, type: GraphQLNamedType, held: Held | null): Cost {
    if (one.kind === Kind.FIELD) return ofField(one, type, held);
    const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value) : one;
    const condition = fragment?.typeCondition?.name.value;
    const next = condition === undefined ? type : schema.getType(condition);
    return fragment && next ? ofSet(fragment.selectionSet, next, held) : () => 0;
  }

  function ofField(node: FieldNode, type: GraphQLNamedType, held: Held | null): Cost {
    const field = fieldOf(type, node.name.value);
    if (!field) return () => 0;
    const named = getNamedType(field.type);
    const size = listSizeOf(field);
    const own = weightOf(field) ?? (isCompositeType(named) ? 1 : 0);
    const items = itemsOf(node, field, size, held);
    const holds =
      size && size.heldBy.length > 0
        ? { names: size.heldBy, items: sliced(node, field, size) }
        : null;
    const below = node.selectionSet ? ofSet(node.selectionSet, named, holds) : () => 0;
    return (variables) => items(variables) * (own + below(variables));
  }

  return root ? ofSet(operation.selectionSet, root, null) : () => 0;
}

function fieldOf(type: GraphQLNamedType, name: string) {
  if (isIntrospection(name) || !(isObjectType(type) || isInterfaceType(type))) return undefined;
  return type.getFields()[name];
}

/** How often what a field gives is there. */
function itemsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  size: ListSize | null,
  held: Held | null,
): Items {
  if (held?.names.includes(node.name.value)) return held.items;
  return size && isList(field) ? sliced(node, field, size) : ONE;
}

/** The value of the argument that bounds a list, the default of it, or what is assumed. */
function sliced(node: FieldNode, field: GraphQLField<unknown, unknown>, size: ListSize): Items {
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
    return asked.length > 0 ? Math.max(0, ...asked) : size.assumed;
  };
}
