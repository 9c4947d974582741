import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Vouched } from '../actor-token.ts';
import type { Follower } from '../feed/fact.ts';
import type { LocalSubgraph, SubgraphName } from '../subgraph.ts';
import { answering } from './answering.ts';
import { createExecutor, type Execute } from './execute/executor.ts';
import { readDocument } from './execute/read-document.ts';
import type { ErrorLog } from './mask-error.ts';

export type SubgraphParts = {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  readonly createContext: (vouched: Vouched) => object;
  readonly log: ErrorLog;
  /** What it keeps of other subgraphs' facts. */
  readonly followers: readonly Follower[];
};

const refusing =
  (errors: ExecutionResult['errors']): Execute =>
  () => ({ errors });

/** A subgraph called in this process: the same schema, context and masking as over HTTP. */
export function createLocalSubgraph(parts: SubgraphParts): LocalSubgraph {
  const { name, schema } = parts;
  const answer = answering(parts);
  const executor = createExecutor(schema);
  const read = (text: string, operationName: string | undefined): Execute => {
    const { document, errors } = readDocument(schema, text, operationName);
    return document ? executor.learn(text, operationName, document) : refusing(errors);
  };
  return {
    name,
    execute({ query, operationName, variables }, vouched) {
      const execute: Execute = (given, context) => {
        const found = executor.find(query, operationName) ?? read(query, operationName);
        return found(given, context);
      };
      return answer(execute, variables, vouched);
    },
  };
}
