import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import Fastify, { type FastifyInstance } from 'fastify';
import { createTokenVerifier, type Vouched } from '../actor-token.ts';
import { DomainError } from '../errors.ts';
import { addFeedRoutes, type ServedFeed } from '../feed/feed-route.ts';
import { ACTOR_HEADER } from '../subgraph.ts';
import type { SubgraphParts } from './local-subgraph.ts';
import { asGraphQLError, maskError } from './mask-error.ts';

/** The gateway's own bound; a batch of keys for one entity fits many times over. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

export type HttpSubgraphOptions = {
  /** Verifies the gateway's tokens; see `subgraphKey`. */
  readonly key: string;
  /** Whether the database answers and is migrated. */
  readonly ready: () => Promise<boolean>;
  /** Its facts, for followers; where nothing is given, there is no feed. */
  readonly feed?: ServedFeed;
};

/** What is no JSON is no request either: Apollo Server answers 400. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type RequestContext = { readonly vouched: Vouched };

/**
 * The same subgraph behind HTTP, by Apollo Server. Whoever comes without a token that the gateway
 * signed for this very request is answered 401.
 */
export async function createHttpSubgraph(
  { name, schema, createContext, log }: SubgraphParts,
  { key, ready, feed }: HttpSubgraphOptions,
): Promise<FastifyInstance> {
  const verify = createTokenVerifier(key, name);
  const apollo = new ApolloServer<RequestContext>({
    schema,
    csrfPrevention: false, // No browser calls a subgraph: every request carries a signed header.
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    introspection: true,
    formatError: (_formatted, error) => maskError(asGraphQLError(error), '', () => {}),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      {
        // Masking does not know the request; this does, and writes the log.
        requestDidStart: async () => ({
          didEncounterErrors: async ({ errors, contextValue }) => {
            for (const error of errors) maskError(error, contextValue.vouched.requestId, log);
          },
        }),
      },
    ],
  });
  await apollo.start();

  const app = Fastify({ bodyLimit: MAX_BODY_BYTES, logger: false });
  // The body is kept as text: the token is bound to its hash.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onClose', () => apollo.stop());
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const isReady = await ready();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });

  if (feed) addFeedRoutes(app, name, feed);

  app.post('/graphql', async (request, reply) => {
    const text = typeof request.body === 'string' ? request.body : '';
    const token = request.headers[ACTOR_HEADER];
    let vouched: Vouched;
    try {
      vouched = verify(typeof token === 'string' ? token : undefined, text, Date.now());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return reply
        .code(401)
        .send({ errors: [{ message: error.message, extensions: error.extensions }] });
    }
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: parseJson(text) },
      context: async () => ({ ...createContext(vouched), vouched }),
    });
    if (response.body.kind !== 'complete') throw new Error('A subgraph answers in one piece.');
    return reply
      .code(response.status ?? 200)
      .headers(Object.fromEntries(response.headers))
      .send(response.body.string);
  });
  return app;
}
