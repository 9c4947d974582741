import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
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
} from 'graphql';
import { compileInputCost } from './input-cost.ts';
import { INTROSPECTED_LEAF, introspectionSizes } from './introspection-size.ts';
import { type Items, sliced } from './list-items.ts';
import { hasListSize, isList, listSizeOf, weightOf } from './list-size.ts';

type Variables = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;
type Cost = (variables: Variables) => number;
/**
 * The estimated cost of an operation, by its variables: about the number of objects in its answer. A
 * refusal where it cannot be told, because a list wants to be told how long it is.
 */
export type EstimateCost = (variables: Variables) => number | GraphQLError;

/** The items that a page holds, by the names of its fields. */
type Held = { readonly names: readonly string[]; readonly items: Items };

const ONE: Items = () => 1;
const NOTHING = () => 0;
const CEILING = Number.MAX_SAFE_INTEGER;

/**
 * An object costs 1, a scalar nothing, unless `@cost` says otherwise; what stands in a list costs that
 * times its items (`@listSize`, or the argument that bounds a page). Arguments and input fields cost what
 * `@cost` says of them, and a field never less than nothing. Alternatives of an abstract type
 * are added up, so that the estimate is never too low for that. `schema` has the directives; what is
 * asked of itself costs by its own size.
 */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): EstimateCost {
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
    const fields = fieldsOf(schema, type, node.name.value);
    if (!fields) return NOTHING;
    const [field] = fields;
    const own = ownCost(node, fields, isIntrospectionType(type) ? INTROSPECTED_LEAF : 0);
    const known = sizes.get(`${type.name}.${field.name}`);
    const { here, holds, check } = sizeOf(node, fields);
    const items = known === undefined ? itemsOf(node, here, held) : () => known;
    const set = node.selectionSet;
    const below = set ? ofSet(set, getNamedType(field.type), holds) : NOTHING;
    return (variables) => {
      check?.(variables);
      return items(variables) * (own(variables) + below(variables));
    };
  }

  /** What one value of a field costs, without what stands below it. */
  function ownCost(node: FieldNode, fields: readonly Field[], leaf: number): Cost {
    const weight = Math.max(
      ...fields.map((one) => weightOf(one) ?? typeWeight(schema, getNamedType(one.type), leaf)),
    );
    const inputs = fields.flatMap((one) => compileInputCost(node, one) ?? []);
    if (inputs.length === 0) return () => Math.max(0, weight);
    return (variables) => Math.max(0, weight + Math.max(...inputs.map((cost) => cost(variables))));
  }

  if (!root) return NOTHING;
  const cost = ofSet(operation.selectionSet, root, null);
  return (variables) => {
    try {
      return Math.ceil(cost(variables));
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  };
}

const META = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((one) => [one.name, one]));

/** A field; of an interface, also as its objects declare it, for any of them may be behind it. */
function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  name: string,
): readonly [Field, ...Field[]] | null {
  if (!(isObjectType(type) || isInterfaceType(type))) return null;
  const field = type.getFields()[name] ?? META.get(name);
  if (!field) return null;
  if (isObjectType(type)) return [field];
  return [field, ...schema.getPossibleTypes(type).flatMap((one) => one.getFields()[name] ?? [])];
}

function typeWeight(schema: GraphQLSchema, type: GraphQLNamedType, leaf: number): number {
  const weight = weightOf(type);
  if (weight !== null || !isCompositeType(type)) return weight ?? leaf;
  if (!isAbstractType(type)) return 1;
  return Math.max(1, ...schema.getPossibleTypes(type).map((one) => weightOf(one) ?? 1));
}

type Size = {
  /** How often the field itself is there. */
  readonly here: Items;
  /** How often what stands below it is. */
  readonly holds: Held | null;
  /** Throws where a list wants to be told its length, also where its items are not selected. */
  readonly check: Items | null;
};

function sizeOf(node: FieldNode, fields: readonly [Field, ...Field[]]): Size {
  const field = fields.find(hasListSize) ?? fields[0];
  const size = listSizeOf(field);
  if (!size) return { here: ONE, holds: null, check: null };
  const items = sliced(node, field, size);
  return {
    here: isList(field) ? items : ONE,
    holds: size.heldBy.length > 0 ? { names: size.heldBy, items } : null,
    check: size.wantsOneSlice ? items : null,
  };
}

/** How often what a field gives is there. */
const itemsOf = (node: FieldNode, here: Items, held: Held | null): Items =>
  held?.names.includes(node.name.value) ? held.items : here;
