import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { PRESENCE } from './conditions.ts';

/** What the selections of an operation are read with. */
export type Reading = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** The fields that selections ask of an object of a type, by response name, in the client's order. */
export function collectFields(
  { schema, fragments }: Reading,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();

  function add(field: FieldNode): void {
    const name = (field.alias ?? field.name).value;
    if (name === PRESENCE) return;
    const same = fields.get(name);
    if (same) same.push(field);
    else fields.set(name, [field]);
  }

  function visit(selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      add(selection);
      return;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition;
    if (fragment && (!condition || isBelow(schema, type, condition.name.value)))
      fragment.selectionSet.selections.forEach(visit);
  }

  for (const { selections } of sets) selections.forEach(visit);
  return fields;
}

function isBelow(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string): boolean {
  if (type.name === condition) return true;
  const above = schema.getType(condition);
  if (!isAbstractType(above)) return false;
  return !('getTypes' in type) && schema.isSubType(above, type);
}

/**
 * Whether selections depend on more of an object than that it is of some interface or union: where they
 * ask its type, or one of its types is asked for more than every other.
 */
export function wantsMoreThan(
  reading: Reading,
  type: GraphQLAbstractType,
  sets: readonly SelectionSetNode[],
): boolean {
  const ofAny = [...collectFields(reading, type, sets).values()].flat();
  if (ofAny.some(({ name }) => name.value === '__typename')) return true;
  return reading.schema
    .getPossibleTypes(type)
    .some((one) => [...collectFields(reading, one, sets).values()].flat().length > ofAny.length);
}
