import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { SubgraphRequest } from '../../subgraph.ts';
import { compileQuery, type Query } from './query.ts';

/** Documents kept parsed and compiled. The gateway's plans repeat; what exceeds this is read again. */
const MAX_DOCUMENTS = 1_000;

type Kept = {
  readonly document: DocumentNode;
  /** By operation name; null where graphql-js executes it. */
  readonly queries: Map<string | undefined, Query | null>;
};

function createDocuments(schema: GraphQLSchema) {
  const known = new Map<string, Kept>();
  /** Throws the first complaint about a document. Only documents that fit the schema are kept. */
  return (text: string): Kept => {
    const found = known.get(text);
    if (found) return found;
    const document = parse(text, { noLocation: true });
    const [complaint] = validate(schema, document);
    if (complaint) throw complaint;
    if (known.size >= MAX_DOCUMENTS) known.delete(known.keys().next().value ?? '');
    const kept = { document, queries: new Map() };
    known.set(text, kept);
    return kept;
  };
}

/** Executes requests against one schema: queries compiled, all else by graphql-js. Throws what is wrong with a document. */
export function createExecutor(schema: GraphQLSchema) {
  const keptOf = createDocuments(schema);
  const queryOf = ({ document, queries }: Kept, name: string | undefined): Query | null => {
    const known = queries.get(name);
    if (known !== undefined) return known;
    const query = compileQuery(schema, document, name);
    // There are not more names worth a place in memory than there are operations.
    if (queries.size < document.definitions.length) queries.set(name, query);
    return query;
  };
  return (
    { query: text, variables, operationName }: SubgraphRequest,
    contextValue: object,
  ): ExecutionResult | Promise<ExecutionResult> => {
    const kept = keptOf(text);
    const query = queryOf(kept, operationName);
    if (query) return query(variables, contextValue);
    const { document } = kept;
    return execute({ schema, document, variableValues: variables, operationName, contextValue });
  };
}
