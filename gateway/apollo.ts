import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { silence } from '../platform/graphql/apollo-silence.ts';
import { answerText } from './answer-text.ts';
import { BoundedMap } from './bounded-map.ts';
import { NOT_CACHED } from './cache-control.ts';
import { costReport } from './cost-report.ts';
import { VALIDATION } from './document/validate.ts';
import type { LabelIsOn } from './engine/labels.ts';
import { createEngine, type Engine, type Operation, type Prepared } from './execute.ts';
import { codeOf, maskError } from './format-error.ts';
import { createKnownOperations, type KnownOperations } from './known-operations.ts';
import { TEXT_KEPT } from './limits.ts';
import type { Log } from './log.ts';
import { logErrors } from './log-errors.ts';
import type { RequestObservation } from './observe/request-observation.ts';
import type { Planning } from './planning/planner.ts';
import { isOverloaded } from './status.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import type { LeaveSignal } from './transport/leaving.ts';
import type { Transport } from './transport/transport.ts';

/** What one HTTP request brings to its operation. */
export type RequestContext = {
  readonly vouched: Vouched;
  /** Whether the answer says what it cost, in `extensions.cost`. */
  readonly reportsCost: boolean;
  /** When it must be answered, by `performance.now()`. */
  readonly deadline: number;
  /** Aborted when the client has left. */
  readonly signal: LeaveSignal;
  readonly observation: RequestObservation | null;
  readonly response: {
    /** Whether the response's errors are masked: Apollo answers some requests before our plugin runs. */
    masked: boolean;
    /** Whether a well-formed request was answered with errors alone: nothing was executed. */
    refused: boolean;
    /** Whether there was no room to plan it: the client may come again. */
    overloaded: boolean;
    /** What its header of that name says, where an operation was executed. */
    cacheControl: string;
    /** The body, where an operation was executed: to read its data and write it again would hold up others. */
    text: string | null;
  };
};

type ServerOptions = ConstructorParameters<typeof ApolloServer<RequestContext>>[0];
type ApolloGatewayInterface = NonNullable<ServerOptions['gateway']>;
type SchemaListener = Parameters<ApolloGatewayInterface['onSchemaLoadOrUpdate']>[0];

/** A supergraph, ready to be asked. */
export type Served = {
  readonly supergraph: LoadedSupergraph;
  readonly known: KnownOperations;
};

/** Apollo Server's pipeline over our engine, and the supergraph that it serves now. */
export type GraphServer = {
  readonly server: ApolloServer<RequestContext>;
  /** What is served now. */
  current(): Served;
  /** From the next request on. A request under way ends on the supergraph it began with. */
  swap(supergraph: LoadedSupergraph): void;
};

export type GraphServerOptions = {
  readonly log: Log;
  /** The highest estimated cost of an operation that is executed. */
  readonly costLimit: number;
  readonly planning: Planning;
  readonly labelIsOn: LabelIsOn;
};

export async function createGraphServer(
  first: LoadedSupergraph,
  transport: Transport,
  { log, costLimit, planning, labelIsOn }: GraphServerOptions,
): Promise<GraphServer> {
  const bySchema = new WeakMap<GraphQLSchema, Execute>();
  const listeners = new Set<SchemaListener>();

  const announce = (listener: SchemaListener) =>
    listener({
      apiSchema: current.supergraph.apiSchema,
      coreSupergraphSdl: current.supergraph.sdl,
    });
  const serve = (supergraph: LoadedSupergraph): Served => {
    const known = createKnownOperations();
    const engine = createEngine(supergraph, transport, { costLimit, planning, labelIsOn });
    bySchema.set(supergraph.apiSchema, createExecute(engine, known, costLimit));
    return { supergraph, known };
  };
  let current = serve(first);

  const gateway: ApolloGatewayInterface = {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      announce(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      return {
        async executor(context) {
          const execute = bySchema.get(context.schema);
          if (!execute) throw new Error('No engine was made for this schema.');
          return await execute(context);
        },
      };
    },
    async stop() {},
  };

  const server = new ApolloServer<RequestContext>({ gateway, ...settings(log) });
  await server.start();
  return {
    server,
    current: () => current,
    swap(supergraph) {
      current = serve(supergraph);
      for (const listener of listeners) announce(listener);
    },
  };
}

type Execute = NonNullable<Awaited<ReturnType<ApolloGatewayInterface['load']>>['executor']>;

/** Executes what Apollo Server found valid, and remembers that it did. */
function createExecute(engine: Engine, known: KnownOperations, costLimit: number): Execute {
  type Kept = { readonly prepared: Prepared; readonly length: number };
  const kept = new BoundedMap<string, Kept>(TEXT_KEPT, (_key, { length }) => length);
  const prepare = (operation: Operation, key: string): Prepared => {
    const known = kept.get(key);
    if (known) return known.prepared;
    const prepared = engine(operation);
    kept.set(key, { prepared, length: operation.length });
    return prepared;
  };

  return async ({ document, operation, request, queryHash, source, context }) => {
    const { operationName, variables = {} } = request;
    if (!operation) return { errors: [new GraphQLError(noSuchOperation(operationName))] };
    const key = `${queryHash} ${operation.name?.value ?? ''}`;
    const { length } = source;
    const execute = prepare({ document, definition: operation, length, hash: queryHash }, key);
    known.learn(source, operationName, execute);
    const { vouched, deadline, signal, observation, reportsCost } = context;
    const answer = await execute({ variables, vouched, deadline, signal, observation });
    context.response.overloaded = answer.data === undefined && isOverloaded(answer.errors);
    context.response.cacheControl = answer.cacheControl ?? NOT_CACHED;
    const { data, errors } = answer;
    if (data === undefined) return { errors };
    const extensions = reportsCost ? costReport(answer, costLimit) : undefined;
    context.response.text = answerText(answer, vouched.requestId, extensions);
    return errors.length > 0 ? { data: WRITTEN, errors } : { data: WRITTEN };
  };
}

/** In the place of data, which the pipeline only passes on. */
const WRITTEN = {};

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
  // What is valid is known from then on; its own store weighs documents at a tenth of what they take.
  documentStore: null,
  // Documents are measured before, in `document/`.
  validationOptions: VALIDATION,
  stopOnTerminationSignals: false,
  logger: apolloLogger(log),
  plugins: [...silence(), maskingPlugin(log)],
});

function maskingPlugin(log: Log): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          logErrors(log, errors, contextValue.vouched.requestId);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') throw new Error('Incremental delivery is not ours.');
          const { singleResult } = response.body;
          const { requestId } = contextValue.vouched;
          if (singleResult.errors)
            singleResult.errors = singleResult.errors.map((error) => maskError(error, requestId));
          contextValue.observation?.failed(singleResult.errors ?? []);
          contextValue.response.masked = true;
          contextValue.response.refused =
            singleResult.data === undefined && !singleResult.errors?.some(isBadRequest);
        },
      };
    },
  };
}

const isBadRequest = (error: GraphQLFormattedError) => codeOf(error) === 'BAD_REQUEST';

function apolloLogger(log: Log) {
  const write = (level: 'info' | 'warn' | 'error') => (message?: unknown) =>
    log[level]({}, String(message));
  return { debug() {}, info: write('info'), warn: write('warn'), error: write('error') };
}
