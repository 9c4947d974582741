import { type GraphQLSchema, isInterfaceType, isObjectType, Kind } from 'graphql';

/** What an argument of the `join__field` directives of a supergraph says, of every field that has it. */
export function joinArguments(schema: GraphQLSchema, argument: string): string[] {
  return fieldsIn(schema).flatMap(({ astNode }) =>
    (astNode?.directives ?? [])
      .filter(({ name }) => name.value === 'join__field')
      .flatMap(({ arguments: args = [] }) => args)
      .flatMap(({ name, value }) =>
        name.value === argument && value.kind === Kind.STRING ? [value.value] : [],
      ),
  );
}

/** The fields of every object and interface. */
export const fieldsIn = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
