import {
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';

type Given = Readonly<Record<string, unknown>>;
type Coerced =
  | { readonly coerced: Given; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** As many as graphql-js names. */
const MAX_ERRORS = 50;

/** What the gateway asks entities by. `_Any` takes every value as it is. */
const REPRESENTATIONS = '[_Any!]!';

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((item) => item !== null && item !== undefined);

/** The name of the variable where an operation has one alone, and it is of representations. */
function onlyRepresentations({ variableDefinitions = [] }: OperationDefinitionNode) {
  const [definition, ...others] = variableDefinitions;
  if (!definition || others.length > 0 || definition.type.kind !== Kind.NON_NULL_TYPE) return null;
  return print(definition.type) === REPRESENTATIONS ? definition.variable.name.value : null;
}

/** Reads an operation's variables as graphql-js does; a list of representations needs no reading. */
export function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode) {
  const definitions = operation.variableDefinitions ?? [];
  const representations = onlyRepresentations(operation);
  return (given: Given = {}): Coerced => {
    if (representations && isList(given[representations]))
      return { coerced: { [representations]: given[representations] } };
    return getVariableValues(schema, definitions, given, { maxErrors: MAX_ERRORS });
  };
}
