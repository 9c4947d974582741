import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { completeAbstract } from './abstract.ts';
import type { ClientNames } from './client-names.ts';
import { collectFields, type Reading, wantsMoreThan } from './collect.ts';
import { type Complete, listOf, nonNull, nullable } from './complete.ts';
import { isData, type Path } from './data.ts';
import { writeLeaf } from './leaf.ts';
import { completeObject, type Field } from './object.ts';
import { complain } from './shaping.ts';

export type ShapeContext = Reading & {
  readonly clientNames: ClientNames;
  /** Whether the plan asks for what stands at a path of the client's. */
  readonly isPlanned: (path: Path) => boolean;
};

/** Compiles an operation's selections into what writes the answer. */
export function compileShape(
  { operation, selectionSet }: OperationDefinitionNode,
  context: ShapeContext,
): Complete {
  const root = context.schema.getRootType(operation);
  if (!root) throw new Error(`The schema has no ${operation}.`);
  return completeObject(fieldsOf(root, [selectionSet], context));
}

function fieldsOf(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  context: ShapeContext,
): Field[] {
  return [...collectFields(context, type, sets)].map(([name, nodes]) =>
    compileField(type, name, nodes, context),
  );
}

const isIntrospection = (name: string) => name === '__schema' || name === '__type';

function compileField(
  type: GraphQLCompositeType,
  source: string,
  nodes: readonly FieldNode[],
  context: ShapeContext,
): Field {
  const name = context.clientNames.get(source) ?? source;
  const asked = nodes[0]?.name.value ?? '';
  if (asked === '__typename') return { kind: 'typename', name, value: JSON.stringify(type.name) };
  if (isIntrospection(asked)) return { kind: 'introspection', name };
  const field = fieldOf(type, asked);
  const where = `${type.name}.${asked}`;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return {
    kind: 'data',
    name,
    source,
    where,
    mayBeNull: !isNonNullType(field.type),
    isPlanned: context.isPlanned,
    complete: compileType(field.type, sets, where, context),
  };
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const field = isUnionType(type) ? undefined : type.getFields()[name];
  if (!field) throw new Error(`The schema has no field ${type.name}.${name}.`);
  return field;
}

function compileType(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  where: string,
  context: ShapeContext,
): Complete {
  const inner = getNullableType(type);
  const complete = isListType(inner)
    ? listOf(compileType(inner.ofType, sets, where, context), where)
    : compileNamed(inner, sets, where, context);
  return isNonNullType(type) ? nonNull(complete, where) : nullable(complete);
}

function compileNamed(
  type: Exclude<GraphQLOutputType, { readonly ofType: unknown }>,
  sets: readonly SelectionSetNode[],
  where: string,
  context: ShapeContext,
): Complete {
  if (isLeafType(type)) {
    const write = writeLeaf(type);
    return (value, shaping, depth) =>
      write(value) ?? complain(shaping, depth, `${where} has no such value.`);
  }
  const compile = (runtime: GraphQLCompositeType) =>
    completeObject(fieldsOf(runtime, sets, context));
  const isEnough = (runtime: GraphQLCompositeType) =>
    !isAbstractType(runtime) || !wantsMoreThan(context, runtime, sets);
  const complete = isAbstractType(type)
    ? completeAbstract(
        type,
        context.schema,
        (runtime) => (isEnough(runtime) ? compile(runtime) : null),
        where,
      )
    : compile(type);
  return (value, shaping, depth) =>
    isData(value)
      ? complete(value, shaping, depth)
      : complain(shaping, depth, `${where} is not an object.`);
}
