import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  visit,
} from 'graphql';
import { FieldErrors, isPromise, type Operation } from './run.ts';
import { compileSelection } from './selection.ts';
import { variablesOf } from './variables.ts';

export type Query = (
  variables: Readonly<Record<string, unknown>> | undefined,
  context: unknown,
) => ExecutionResult | Promise<ExecutionResult>;

/** Which fields are asked depends on the request where a condition is a variable. */
function isConditional(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      if (given?.some(({ value }) => value.kind === Kind.VARIABLE)) found = true;
    },
  });
  return found;
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  return fragments;
}

const respond = (data: unknown, errors: readonly GraphQLError[]): ExecutionResult => {
  const answer = data as ExecutionResult['data'];
  return errors.length === 0 ? { data: answer } : { errors, data: answer };
};

/**
 * A query of a valid document that answers what graphql-js' `execute` answers, by the same resolvers
 * in the same order, with all that the document and the schema decide decided once. Null for what is left
 * to graphql-js: other operations, a name that fits none, and conditions on variables.
 */
export function compileQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): Query | null {
  const operation = getOperationAST(document, operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== 'query' || !type || isConditional(document)) return null;
  const compiled: Operation = { schema, operation, fragments: fragmentsOf(document) };
  const select = compileSelection(compiled, type, [operation.selectionSet]);
  const read = variablesOf(schema, operation);

  return (variables, context) => {
    const { errors: refused, coerced } = read(variables);
    if (refused) return { errors: refused };
    const errors = new FieldErrors();
    const failed = (error: unknown) => {
      errors.add(error as GraphQLError, undefined);
      return respond(null, errors.list);
    };
    try {
      const run = { ...compiled, context, variableValues: coerced, errors };
      const data = select(run, undefined, undefined);
      if (!isPromise(data)) return respond(data, errors.list);
      return data.then((answer) => respond(answer, errors.list), failed);
    } catch (error) {
      return failed(error);
    }
  };
}
