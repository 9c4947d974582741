import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Being, isBeing } from './world.ts';

/** A selection of an object as a list of values, in the order of the selection. */
export type Projection = unknown;

/** Reads a field of an object. */
type Read<Source> = (
  source: Source,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
) => unknown;

/** What a selection says of a made-up object. */
export function project(
  being: Being,
  selections: SelectionSetNode,
  schema: GraphQLSchema,
  valueAt: (
    being: Being,
    type: string,
    field: string,
    args: Readonly<Record<string, unknown>>,
  ) => unknown,
): Projection {
  const read: Read<Being> = (source, node, definition) =>
    valueAt(source, source.__typename, node.name.value, getArgumentValues(definition, node));
  return walk(being, being.__typename, selections, schema, read, isBeing);
}

/** What a representation says of the same selection. Throws where it says nothing. */
export function projectTold(
  representation: Told,
  type: string,
  selections: SelectionSetNode,
  schema: GraphQLSchema,
): Projection {
  const read: Read<Told> = (source, { name }) => {
    const value = source[name.value];
    if (value === undefined) throw new Error(`A representation lacks "${name.value}".`);
    return value;
  };
  return walk(representation, type, selections, schema, read, isTold);
}

export type Told = Readonly<Record<string, unknown>>;
export const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function walk<Source extends object>(
  source: Source,
  type: string,
  { selections }: SelectionSetNode,
  schema: GraphQLSchema,
  read: Read<Source>,
  isSource: (value: unknown) => value is Source,
): unknown[] {
  const below = (value: unknown, set: SelectionSetNode | undefined, declared: string): unknown => {
    if (!set || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => below(item, set, declared));
    if (!isSource(value)) throw new Error(`Of "${declared}" there is no object.`);
    return walk(value, nameOf(value) ?? declared, set, schema, read, isSource);
  };
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? type;
      return is(schema, type, condition)
        ? walk(source, type, selection.selectionSet, schema, read, isSource)
        : [];
    }
    const definition = fieldOf(schema, type, selection.name.value);
    const value = read(source, selection, definition);
    return [below(value, selection.selectionSet, namedTypeOf(definition))];
  });
}

const namedTypeOf = ({ type }: GraphQLField<unknown, unknown>) =>
  type.toString().replace(/[[\]!]/g, '');

const nameOf = (source: object): string | undefined =>
  '__typename' in source && typeof source.__typename === 'string' ? source.__typename : undefined;

function is(schema: GraphQLSchema, type: string, condition: string): boolean {
  if (type === condition) return true;
  const [above, below] = [schema.getType(condition), schema.getType(type)];
  return isAbstractType(above) && isObjectType(below) && schema.isSubType(above, below);
}

function fieldOf(schema: GraphQLSchema, name: string, field: string) {
  const type = schema.getType(name);
  const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  if (!found) throw new Error(`There is no field ${name}.${field}.`);
  return found;
}
