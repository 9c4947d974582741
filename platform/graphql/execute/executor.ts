import { type DocumentNode, execute, type GraphQLSchema, getOperationAST } from 'graphql';
import { compileQuery, type Query } from './query.ts';

/** Documents kept compiled. The gateway's plans repeat; what exceeds this is read again. */
const MAX_DOCUMENTS = 1_000;

/** One operation of a valid document: given its variables and a context, it answers. */
export type Execute = (...given: Parameters<Query>) => ReturnType<Query>;

export type Executor = {
  /** An operation that was learned before, by its document's text and its name. */
  find(text: string, operationName: string | undefined): Execute | undefined;
  /** Gets an operation of a document ready, and keeps it. The document must be valid. */
  learn(text: string, operationName: string | undefined, document: DocumentNode): Execute;
};

/** Executes operations of one schema: queries compiled, all else by graphql-js. */
export function createExecutor(schema: GraphQLSchema): Executor {
  const known = new Map<string, Map<string | undefined, Execute>>();
  const keep = (text: string, operationName: string | undefined, run: Execute) => {
    const operations = known.get(text) ?? new Map<string | undefined, Execute>();
    operations.set(operationName, run);
    if (known.has(text)) return;
    if (known.size >= MAX_DOCUMENTS) known.delete(known.keys().next().value ?? '');
    known.set(text, operations);
  };
  return {
    find: (text, operationName) => known.get(text)?.get(operationName),
    learn(text, operationName, document) {
      const byGraphQL: Execute = (variableValues, contextValue): ReturnType<Query> =>
        execute({ schema, document, variableValues, operationName, contextValue });
      const run = compileQuery(schema, document, operationName) ?? byGraphQL;
      // A name that fits none is refused each time: only as much is kept as documents have operations.
      if (getOperationAST(document, operationName)) keep(text, operationName, run);
      return run;
    },
  };
}
