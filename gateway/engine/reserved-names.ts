import { type GraphQLSchema, parse, visit } from 'graphql';
import type { Reserved } from './client-operation.ts';
import { fieldsIn, joinedFields } from './join-fields.ts';

/** Reads from a supergraph which names clients must be kept away from. */
export function reservedNames(schema: GraphQLSchema): Reserved {
  const requiredWithArguments = new Set<string>();
  for (const { value } of joinedFields(schema, 'requires')) {
    visit(parse(`{ ${value} }`, { noLocation: true }), {
      Field({ name, arguments: args = [] }) {
        if (args.length > 0) requiredWithArguments.add(name.value);
      },
    });
  }
  const fields = new Set<string>();
  for (const { field } of fieldsIn(schema)) fields.add(field);
  return { fields, requiredWithArguments };
}
