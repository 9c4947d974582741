import {
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type TypeNode,
} from 'graphql';

type Given = Readonly<Record<string, unknown>>;
type Coerced =
  | { readonly coerced: Given; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** As many as graphql-js names. */
const MAX_ERRORS = 50;

/** Whether a variable is what the gateway asks entities by. `_Any` takes every value as it is, and no other argument takes it. */
export const isOfRepresentations = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE && print(type) === '[_Any!]!';

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((item) => item !== null && item !== undefined);

/** The name of the variable where an operation has one alone, and it is of representations. */
function onlyRepresentations({ variableDefinitions = [] }: OperationDefinitionNode) {
  const [definition, ...others] = variableDefinitions;
  if (!definition || others.length > 0) return null;
  return isOfRepresentations(definition.type) ? definition.variable.name.value : null;
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
