import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { BoundedMap } from './bounded-map.ts';
import { PLANS_KEPT } from './limits.ts';
import { createDataSource } from './subgraph-request.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import type { Transport } from './transport/transport.ts';

/** One valid operation of a document, and on whose behalf it runs. */
export type Operation = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Names the document's text: plans are remembered by it. */
  readonly documentHash: string;
  readonly vouched: Vouched;
};

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

type ApolloRequestContext = Parameters<typeof executeQueryPlan>[2];

/**
 * Plans an operation over one supergraph and executes the plan: the seam behind which execution may
 * change. Here it is Apollo's own, without the class around it that wants to report to its vendor.
 */
export function createExecutor(supergraph: LoadedSupergraph, transport: Transport): Executor {
  const { apollo, apiSchema } = supergraph;
  const planFor = createPlanner(supergraph);
  const services: ServiceMap = Object.fromEntries(
    [...supergraph.urls.keys()].map((name) => [name, createDataSource(name, transport)]),
  );

  return async (operation) => {
    const { document, definition, variables, vouched } = operation;
    const errors = variableErrors(supergraph, operation);
    if (errors) return { errors };
    const read: Pick<ApolloRequestContext, 'request' | 'context' | 'metrics'> = {
      request: { variables },
      context: vouched,
      metrics: {},
    };
    const operationContext = buildOperationContext({
      schema: apiSchema,
      operationDocument: document,
      ...(definition.name && { operationName: definition.name.value }),
    });
    return await executeQueryPlan(
      planFor(operation),
      services,
      read as ApolloRequestContext,
      operationContext,
      apollo.schema,
      apollo.apiSchema,
    );
  };
}

function createPlanner({ apollo }: LoadedSupergraph) {
  const planner = new QueryPlanner(apollo.supergraph);
  const plans = new BoundedMap<string, QueryPlan>(PLANS_KEPT);

  return ({ document, definition, documentHash }: Operation): QueryPlan => {
    const operationName = definition.name?.value;
    const key = `${documentHash} ${operationName ?? ''}`;
    const known = plans.get(key);
    if (known) return known;
    const plan = planner.buildQueryPlan(
      operationFromDocument(apollo.apiSchema, document, operationName ? { operationName } : {}),
    );
    plans.set(key, plan);
    return plan;
  };
}

/** What is wrong with the variables, said by graphql-js: subgraphs get the values as they came. */
function variableErrors({ apiSchema }: LoadedSupergraph, { definition, variables }: Operation) {
  const { errors } = getVariableValues(apiSchema, definition.variableDefinitions ?? [], variables);
  return errors?.map(
    ({ message, nodes }) =>
      new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } }),
  );
}
