import { ApolloGateway, type GatewayConfig, type GraphQLDataSource } from '@apollo/gateway';
import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import {
  type AnOperation,
  type Asked,
  type Circumstances,
  type MadeGraph,
  type Ongoing,
  overTheWire,
} from './made-graph.ts';

export type AskStock = (operation: AnOperation, now?: Circumstances) => Promise<ExecutionResult>;
type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The stock gateway over the same subgraphs, as it comes. */
export async function createStock({ supergraphSdl, answer, apiSchema }: MadeGraph) {
  const buildService: GatewayConfig['buildService'] = ({ name }): GraphQLDataSource => ({
    async process({ request, context }) {
      const { query = '', variables } = request;
      const response = await answer(name, { query, variables }, context as unknown as Ongoing);
      return { ...response, errors: response.errors?.map((error) => ({ ...error })) };
    },
  });
  const gateway = new ApolloGateway({ supergraphSdl, buildService, logger: quiet });
  const { executor } = await gateway.load();

  const ask: AskStock = async ({ text, variables }, now = {}) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is not one operation.');
    const asked: Asked[] = [];
    const context: Ongoing = { ...now, asked, progress: { version: 0 } };
    const request = {
      request: { query: text, variables, operationName: 'Random' },
      operationName: 'Random',
      queryHash: text,
      source: text,
      document,
      operation,
      schema: apiSchema,
      context,
      cache: undefined,
      logger: quiet,
      metrics: {},
      overallCachePolicy: { restrict() {}, replace() {}, policyIfCacheable: () => null },
      requestIsBatched: false,
    };
    return overTheWire((await executor(request as unknown as Parameters<Executor>[0])) as object);
  };
  return { ask, close: () => gateway.stop() };
}
