import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromAST,
} from 'graphql';
import { INTROSPECTED_LEAF, introspectionSizes } from './introspection-size.ts';
import { isList, type ListSize, listSizeOf, weightOf } from './list-size.ts';

type Variables = Readonly<Record<string, unknown>>;
/** The estimated cost of an operation, by its variables: about the number of objects in its answer. */
export type Cost = (variables: Variables) => number;

type Items = (variables: Variables) => number;
/** The items that a page holds, by the names of its fields. */
type Held = { readonly names: readonly string[]; readonly items: Items };

const ONE: Items = () => 1;
const CEILING = Number.MAX_SAFE_INTEGER;

/**
 * An object costs 1, a scalar nothing, unless `@cost` says otherwise; what stands in a list costs that
 * times its items (`@listSize`, or the argument that bounds a page). Alternatives of an abstract type
 * are added up, so that the estimate is never too low for that. `schema` has the directives; what is
 * asked of itself costs by its own size.
 */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Cost {
  const root = schema.getRootType(operation.operation);
  const sizes = introspectionSizes(schema);

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
    const leaf = isIntrospectionType(type) ? INTROSPECTED_LEAF : 0;
    const own = weightHere(node, field, leaf);
    const known = sizes.get(`${type.name}.${field.name}`);
    const items = known === undefined ? itemsOf(node, field, size, held) : () => known;
    const holds =
      size && size.heldBy.length > 0
        ? { names: size.heldBy, items: sliced(node, field, size) }
        : null;
    const below = node.selectionSet ? ofSet(node.selectionSet, named, holds) : () => 0;
    return (variables) => items(variables) * (own + below(variables));
  }

  if (!root) return () => 0;
  const cost = ofSet(operation.selectionSet, root, null);
  return (variables) => Math.ceil(cost(variables));
}

const META = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((one) => [one.name, one]));

function fieldOf(type: GraphQLNamedType, name: string) {
  if (!(isObjectType(type) || isInterfaceType(type))) return undefined;
  return type.getFields()[name] ?? META.get(name);
}

/** What one value of a field costs, without what stands below it. */
function weightHere(node: FieldNode, field: GraphQLField<unknown, unknown>, leaf: number): number {
  const type = getNamedType(field.type);
  const ofValue = weightOf(field) ?? weightOf(type) ?? (isCompositeType(type) ? 1 : leaf);
  const given = new Set(node.arguments?.map(({ name }) => name.value));
  return field.args.reduce(
    (sum, one) => (given.has(one.name) ? sum + (weightOf(one) ?? 0) : sum),
    ofValue,
  );
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
