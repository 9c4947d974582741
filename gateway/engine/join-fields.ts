import { type GraphQLSchema, isInterfaceType, isObjectType, Kind } from 'graphql';

/** What an argument of the `join__field` directives of a supergraph says of a field. */
export type Joined = { readonly type: string; readonly field: string; readonly value: string };

/** Every field that has such an argument, once for each subgraph that gives it one. */
export const joinedFields = (schema: GraphQLSchema, argument: string): Joined[] =>
  fieldsIn(schema).flatMap(({ type, field, astNode }) =>
    (astNode?.directives ?? [])
      .filter(({ name }) => name.value === 'join__field')
      .flatMap(({ arguments: args = [] }) => args)
      .flatMap(({ name, value }) =>
        name.value === argument && value.kind === Kind.STRING
          ? [{ type, field, value: value.value }]
          : [],
      ),
  );

/** The fields of every object and interface. */
export const fieldsIn = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map(({ name, astNode }) => ({
          type: type.name,
          field: name,
          astNode,
        }))
      : [],
  );
