import { type GraphQLSchema, parse, visit } from 'graphql';
import type { Reserved } from './client-operation.ts';
import { fieldsIn, joinArguments } from './join-fields.ts';

/** Reads from a supergraph which names clients must be kept away from. */
export function reservedNames(schema: GraphQLSchema): Reserved {
  const requiredWithArguments = new Set<string>();
  for (const selections of joinArguments(schema, 'requires')) {
    visit(parse(`{ ${selections} }`, { noLocation: true }), {
      Field({ name, arguments: args = [] }) {
        if (args.length > 0) requiredWithArguments.add(name.value);
      },
    });
  }
  return { fields: new Set(fieldsIn(schema).map(({ name }) => name)), requiredWithArguments };
}
