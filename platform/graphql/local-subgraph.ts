import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Vouched } from '../actor-token.ts';
import type { Follower } from '../feed/fact.ts';
import type { LocalSubgraph, SubgraphName, SubgraphResponse } from '../subgraph.ts';
import { asGraphQLError, type ErrorLog, maskError } from './mask-error.ts';

/** Documents kept parsed. The gateway's plans repeat; what exceeds this is parsed again. */
const MAX_DOCUMENTS = 1_000;

export type SubgraphParts = {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  readonly createContext: (vouched: Vouched) => object;
  readonly log: ErrorLog;
  /** What it keeps of other subgraphs' facts. */
  readonly followers: readonly Follower[];
};

function createDocuments(schema: GraphQLSchema) {
  const known = new Map<string, DocumentNode>();
  /** Throws the first complaint about a document. Only documents that fit the schema are kept. */
  return (query: string): DocumentNode => {
    const kept = known.get(query);
    if (kept) return kept;
    const document = parse(query, { noLocation: true });
    const [complaint] = validate(schema, document);
    if (complaint) throw complaint;
    if (known.size >= MAX_DOCUMENTS) known.delete(known.keys().next().value ?? '');
    known.set(query, document);
    return document;
  };
}

/** A subgraph called in this process: the same schema, context and masking as over HTTP. */
export function createLocalSubgraph({
  name,
  schema,
  createContext,
  log,
}: SubgraphParts): LocalSubgraph {
  const documentOf = createDocuments(schema);
  const failed = (error: unknown, requestId: string): SubgraphResponse => ({
    errors: [maskError(asGraphQLError(error), requestId, log)],
  });

  return {
    name,
    async execute(request, vouched) {
      try {
        const result = await execute({
          schema,
          document: documentOf(request.query),
          variableValues: request.variables,
          operationName: request.operationName,
          contextValue: createContext(vouched),
        });
        if (!result.errors) return { data: result.data };
        const errors = result.errors.map((error: GraphQLError) =>
          maskError(error, vouched.requestId, log),
        );
        return 'data' in result ? { data: result.data, errors } : { errors };
      } catch (error) {
        return failed(error, vouched.requestId);
      }
    },
  };
}
