import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import { StartupError } from '../platform/startup-error.ts';
import { closeUnusedConnections } from '../platform/unused-connections.ts';
import { createGraphServer } from './apollo.ts';
import type { DevIssuer } from './dev-issuer/dev-issuer.ts';
import { registerDevIssuer } from './dev-issuer/routes.ts';
import { createAdmission } from './document/admission.ts';
import { registerEstimate } from './document/estimate-route.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document/limits.ts';
import { createDrain } from './drain.ts';
import { byChance, type Shares } from './engine/labels.ts';
import type { GraphiqlOptions } from './graphiql/options.ts';
import { registerGraphiql } from './graphiql/routes.ts';
import { GRAPHQL_PATH, registerGraphql } from './graphql-route.ts';
import { registerHealth } from './health.ts';
import { refuseUrl, registerHttpErrors } from './http-errors.ts';
import type { Identity } from './identity.ts';
import {
  BODY_LIMIT_BYTES,
  DRAIN_TIMEOUT_MS,
  HEADERS_TIMEOUT_MS,
  KEEP_ALIVE_TIMEOUT_MS,
  REQUEST_TIMEOUT_MS,
} from './limits.ts';
import type { Log } from './log.ts';
import { registerMetrics } from './observe/metrics-route.ts';
import { observedTransport } from './observe/observed-transport.ts';
import { createObserver, type ObserverOptions } from './observe/observer.ts';
import { warnOfUnknownLabels } from './override-labels.ts';
import type { Planning } from './planning/planner.ts';
import type { Ready } from './readiness.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import { readSupergraph, type SupergraphSource, watchSupergraph } from './supergraph-source.ts';
import { createAddresses } from './transport/addresses.ts';
import { createTransport, type TransportOptions } from './transport/choose.ts';
import { type OnFetch, observed } from './transport/transport.ts';

export type GatewayOptions = {
  readonly supergraph: SupergraphSource;
  readonly transport: TransportOptions;
  readonly identity: Identity;
  /** Hands out tokens at `/dev/token`. Null in production. */
  readonly devIssuer: DevIssuer | null;
  /** GraphiQL at `/`, with these operations as its tabs. Null for none. */
  readonly graphiql: Pick<GraphiqlOptions, 'operations'> | null;
  /** Origins whose pages may call: none, each by name, or `*`. */
  readonly corsOrigins: readonly string[];
  readonly ready: Ready;
  readonly log: Log;
  /** {@link DOCUMENT_LIMITS} where none are given. */
  readonly limits?: DocumentLimits;
  /** How often labels of `@override` are on; where nothing is said, what they say themselves. */
  readonly overrideLabels?: Shares;
  /** How long a request may take; {@link ANSWER_DEADLINE_MS} where that is not said. */
  readonly answerMs?: number;
  /** Where documents are planned: a thread of its own at a public door. It is closed with the gateway. */
  readonly planning: Planning;
  readonly onFetch?: OnFetch;
  /** Whoever is told of requests beside the metrics: nobody where nothing is said. */
  readonly observe?: ObserverOptions;
  /** How long a stop leaves open connections to be used once more, so that no client notices it: 0 where that is not said. */
  readonly lingerMs?: number;
  /** What `/metrics` says, given what this process counts: that itself where nothing is given. */
  readonly metricsOf?: (own: () => string | Promise<string>) => () => Promise<string>;
};

export type Address = { readonly host: string; readonly port: number };

export type Gateway = {
  /** Takes connections, and says at which URL. */
  listen(address: Address): Promise<string>;
  /** Takes no more, lets what is under way end within a bound, and closes everything. */
  close(): Promise<void>;
};

const NOBODY: ObserverOptions = { requestLog: null, tracing: null };

/** The one public door, wired and closed: nothing listens yet. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { log, supergraph: source, limits = DOCUMENT_LIMITS, planning } = options;
  const shares = options.overrideLabels ?? new Map();
  const observer = createObserver(options.observe ?? NOBODY);
  const addresses = createAddresses(options.transport);
  const transport = observed(
    observedTransport(await createTransport(options.transport, addresses.urlOf, observer.metrics)),
    (subgraph, request) => options.onFetch?.(subgraph, request),
  );
  const first = await readSupergraph(source, planning);
  addresses.take(first);
  const graph = await createGraphServer(first, transport, {
    log,
    costLimit: limits.cost,
    planning,
    labelIsOn: byChance(Math.random, shares),
  });
  warnOfUnknownLabels(shares, first, log);
  observer.metrics.watchDocuments(() => graph.current().known.size());
  const swap = (next: LoadedSupergraph) => {
    addresses.take(next);
    graph.swap(next);
    warnOfUnknownLabels(shares, next, log);
  };
  const watcher = watchSupergraph(source, first, { load: planning.load, take: swap, log });

  const app = createApp(options);
  const drain = createDrain(app, options.lingerMs ?? 0);
  const { text } = observer.metrics;
  registerMetrics(app, options.metricsOf?.(text) ?? text);
  registerHealth(app, async () => !drain.hasBegun() && (await options.ready(addresses.current())));
  const { identity, answerMs } = options;
  const costLimit = limits.cost;
  const door = { graph, identity, answerMs, admit: createAdmission(limits), log, costLimit };
  registerGraphql(app, { ...door, observer });
  registerEstimate(app, { ...door, supergraph: () => graph.current().supergraph });

  return {
    listen: (address) => listen(app, address),
    async close() {
      watcher.stop();
      await drain.end();
      await graph.server.stop();
      await transport.close();
      await planning.close();
      await observer.stop();
    },
  };
}

/** Everything of HTTP that is not GraphQL. */
function createApp({ log, corsOrigins, graphiql, devIssuer }: GatewayOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: 1_000 },
    frameworkErrors: refuseUrl,
    genReqId: ({ headers }) => requestIdOf(headers[REQUEST_ID_HEADER]),
  });
  closeUnusedConnections(app, DRAIN_TIMEOUT_MS);
  // Fastify reads text bodies by default; a page of any origin may send those without asking.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  registerHttpErrors(app, log);
  if (corsOrigins.length > 0) registerCors(app, corsOrigins);
  if (devIssuer) registerDevIssuer(app, devIssuer);
  if (graphiql) {
    const { operations } = graphiql;
    const personas = devIssuer?.personas ?? null;
    registerGraphiql(app, { endpoint: GRAPHQL_PATH, operations, personas });
  }
  return app;
}

function registerCors(app: FastifyInstance, origins: readonly string[]): void {
  app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'content-type',
      'authorization',
      REQUEST_ID_HEADER,
      'apollo-require-preflight',
      'graphql-cost',
    ],
    exposedHeaders: [REQUEST_ID_HEADER],
    maxAge: 600,
  });
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

async function listen(app: FastifyInstance, address: Address): Promise<string> {
  try {
    return await app.listen(address);
  } catch (error) {
    if (!isCode(error, 'EADDRINUSE')) throw error;
    const { host, port } = address;
    throw new StartupError(
      `Something listens on port ${port} of ${host} already. Stop it, or choose another PORT.`,
    );
  }
}
