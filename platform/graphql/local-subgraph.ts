import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Vouched } from '../actor-token.ts';
import type { Follower } from '../feed/fact.ts';
import type { LocalSubgraph, SubgraphName, SubgraphResponse } from '../subgraph.ts';
import { createExecutor } from './execute/executor.ts';
import { asGraphQLError, type ErrorLog, maskError } from './mask-error.ts';

export type SubgraphParts = {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  readonly createContext: (vouched: Vouched) => object;
  readonly log: ErrorLog;
  /** What it keeps of other subgraphs' facts. */
  readonly followers: readonly Follower[];
};

/** A subgraph called in this process: the same schema, context and masking as over HTTP. */
export function createLocalSubgraph({
  name,
  schema,
  createContext,
  log,
}: SubgraphParts): LocalSubgraph {
  const execute = createExecutor(schema);
  const failed = (error: unknown, requestId: string): SubgraphResponse => ({
    errors: [maskError(asGraphQLError(error), requestId, log)],
  });

  return {
    name,
    async execute(request, vouched) {
      try {
        const result = await execute(request, createContext(vouched));
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
