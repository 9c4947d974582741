import {
  type FieldDefinitionNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';

/** What an argument of the `join__field` directives of a supergraph says of a field. */
export type Joined = { readonly type: string; readonly field: string; readonly value: string };

type AField = {
  readonly type: string;
  readonly field: string;
  readonly astNode: FieldDefinitionNode | null | undefined;
};

/** A supergraph may have tens of thousands of fields, and several read them when it is taken. */
const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, readonly Joined[]>>();

/** Every field that has such an argument, once for each subgraph that gives it one. */
export function joinedFields(schema: GraphQLSchema, argument: string): readonly Joined[] {
  const all = known.get(schema) ?? readJoined(schema);
  known.set(schema, all);
  return all.get(argument) ?? [];
}

/** By argument: those whose value is a text. */
function readJoined(schema: GraphQLSchema): ReadonlyMap<string, readonly Joined[]> {
  const found = new Map<string, Joined[]>();
  for (const one of fieldsIn(schema)) {
    for (const [argument, value] of textsOf(one)) {
      const joined = found.get(argument) ?? [];
      joined.push({ type: one.type, field: one.field, value });
      found.set(argument, joined);
    }
  }
  return found;
}

function* textsOf({ astNode }: AField): Generator<readonly [string, string]> {
  for (const { name: directive, arguments: args = [] } of astNode?.directives ?? []) {
    if (directive.value !== 'join__field') continue;
    for (const { name, value } of args)
      if (value.kind === Kind.STRING) yield [name.value, value.value];
  }
}

/** The fields of every object and interface. */
export function* fieldsIn(schema: GraphQLSchema): Generator<AField> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, astNode } of Object.values(type.getFields()))
      yield { type: type.name, field: name, astNode };
  }
}
