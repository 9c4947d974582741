import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type VariableDefinitionNode,
} from 'graphql';

/** After these, reading the values ends: a body has room for thousands of wrong ones. */
const MOST_ERRORS = 20;

/** Values in values: whoever reads or writes them goes one call deeper for each, and a body has room for 100,000. */
const DEEPEST = 100;

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
  if (isDeeperThan(DEEPEST, given)) return { errors: [tooDeep()] };
  const { errors, coerced } = getVariableValues(schema, definitions, given, {
    maxErrors: MOST_ERRORS,
  });
  return errors ? { errors: errors.map(badVariable) } : { coerced };
}

const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });

function isDeeperThan(levels: number, values: object): boolean {
  for (const value of Object.values(values)) {
    if (typeof value !== 'object' || value === null) continue;
    if (levels === 0 || isDeeperThan(levels - 1, value)) return true;
  }
  return false;
}

const tooDeep = () =>
  new GraphQLError(
    `The variables have values in values, more than ${DEEPEST} deep. Send less nested ones.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
