import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type VariableDefinitionNode,
} from 'graphql';

/** After these, reading the values ends: a body has room for thousands of wrong ones. */
const MOST_ERRORS = 20;

type Values = Readonly<Record<string, unknown>>;
type ReadVariables =
  | { readonly coerced: Values; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** The variables of a request as their types want them, or what is wrong with them as `BAD_USER_INPUT`. */
export function readVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Values,
): ReadVariables {
  const { errors, coerced } = getVariableValues(schema, definitions, given, {
    maxErrors: MOST_ERRORS,
  });
  return errors ? { errors: errors.map(badVariable) } : { coerced };
}

const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
