import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { createExecutor, type Executor } from './execute.ts';
import { codeOf, maskError } from './format-error.ts';
import { MAX_SELECTIONS } from './limits.ts';
import type { Log } from './log.ts';
import type { Planning } from './planning/planner.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import { SubgraphFailure } from './transport/failure.ts';
import type { Transport } from './transport/transport.ts';

/** What one HTTP request brings to its operation. */
export type RequestContext = {
  readonly vouched: Vouched;
  /** Whether the answer says what it cost, in `extensions.cost`. */
  readonly reportsCost: boolean;
  /** When it must be answered, by `performance.now()`. */
  readonly deadline: number;
  /** Aborted when the client has left. */
  readonly signal: AbortSignal;
  readonly response: {
    /** Whether the response's errors are masked: Apollo answers some requests before our plugin runs. */
    masked: boolean;
    /** Whether a well-formed request was answered with errors alone: nothing was executed. */
    refused: boolean;
  };
};

type ServerOptions = ConstructorParameters<typeof ApolloServer<RequestContext>>[0];
type ApolloGatewayInterface = NonNullable<ServerOptions['gateway']>;
type SchemaListener = Parameters<ApolloGatewayInterface['onSchemaLoadOrUpdate']>[0];

/** Apollo Server's pipeline over our executor, and the supergraph that it serves now. */
export type GraphServer = {
  readonly server: ApolloServer<RequestContext>;
  /** What is served now. */
  current(): LoadedSupergraph;
  /** From the next request on. A request under way ends on the supergraph it began with. */
  swap(supergraph: LoadedSupergraph): void;
};

export type GraphServerOptions = {
  readonly log: Log;
  /** The highest estimated cost of an operation that is executed. */
  readonly costLimit: number;
  readonly planning: Planning;
};

export async function createGraphServer(
  first: LoadedSupergraph,
  transport: Transport,
  { log, costLimit, planning }: GraphServerOptions,
): Promise<GraphServer> {
  const executors = new WeakMap<GraphQLSchema, Executor>();
  const listeners = new Set<SchemaListener>();
  let current = first;

  const announce = (listener: SchemaListener) =>
    listener({ apiSchema: current.apiSchema, coreSupergraphSdl: current.sdl });
  const take = (supergraph: LoadedSupergraph) => {
    executors.set(
      supergraph.apiSchema,
      createExecutor(supergraph, transport, { costLimit, planning }),
    );
    current = supergraph;
    for (const listener of listeners) announce(listener);
  };

  const gateway: ApolloGatewayInterface = {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      announce(listener);
      return () => listeners.delete(listener);
    },
    load: async () => ({ executor: (context) => execute(executors.get(context.schema), context) }),
    async stop() {},
  };

  take(first);
  const server = new ApolloServer<RequestContext>({ gateway, ...settings(log) });
  await server.start();
  return { server, current: () => current, swap: take };
}

type GatewayExecutor = NonNullable<Awaited<ReturnType<ApolloGatewayInterface['load']>>['executor']>;

async function execute(
  executor: Executor | undefined,
  { document, operation, request, queryHash, context }: Parameters<GatewayExecutor>[0],
): ReturnType<GatewayExecutor> {
  if (!executor) throw new Error('No executor was made for this schema.');
  if (!operation) return { errors: [new GraphQLError(noSuchOperation(request.operationName))] };
  return await executor({
    document,
    definition: operation,
    variables: request.variables ?? {},
    documentHash: queryHash,
    vouched: context.vouched,
    reportsCost: context.reportsCost,
    deadline: context.deadline,
    signal: context.signal,
  });
}

const noSuchOperation = (name: string | undefined) =>
  name
    ? `The document has no operation "${name}".`
    : 'The document has several operations: name one of them in "operationName".';

/** Every default that depends on `NODE_ENV` or an Apollo key is settled here; nothing is reported to anyone. */
const settings = (log: Log) => ({
  introspection: true,
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  persistedQueries: false as const,
  maxRecursiveSelections: MAX_SELECTIONS,
  stopOnTerminationSignals: false,
  logger: apolloLogger(log),
  plugins: [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    maskingPlugin(log),
  ],
});

function maskingPlugin(log: Log): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) logError(log, error, contextValue.vouched.requestId);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') throw new Error('Incremental delivery is not ours.');
          const { singleResult } = response.body;
          const { requestId } = contextValue.vouched;
          if (singleResult.errors)
            singleResult.errors = singleResult.errors.map((error) => maskError(error, requestId));
          if (!contextValue.reportsCost) delete singleResult.extensions;
          contextValue.response.masked = true;
          contextValue.response.refused =
            singleResult.data === undefined && !singleResult.errors?.some(isBadRequest);
        },
      };
    },
  };
}

const isBadRequest = (error: GraphQLFormattedError) => codeOf(error) === 'BAD_REQUEST';

/** What a caller is not told, the log is. What a caller did wrong needs no line. */
function logError(log: Log, error: GraphQLError, requestId: string): void {
  const cause = error.originalError ?? error;
  if (cause instanceof SubgraphFailure) {
    const { subgraph, why } = cause;
    log.warn({ requestId, subgraph, why, path: error.path }, 'A subgraph did not answer.');
  } else if (codeOf(error) === 'INTERNAL') {
    const { message, stack } = cause;
    log.error({ requestId, path: error.path, message, stack }, 'An error was masked.');
  }
}

function apolloLogger(log: Log) {
  const write = (level: 'info' | 'warn' | 'error') => (message?: unknown) =>
    log[level]({}, String(message));
  return { debug() {}, info: write('info'), warn: write('warn'), error: write('error') };
}
