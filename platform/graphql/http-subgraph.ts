import Fastify, { type FastifyInstance } from 'fastify';
import { createTokenVerifier, type Vouched } from '../actor-token.ts';
import { DomainError } from '../errors.ts';
import { addFeedRoutes, type ServedFeed } from '../feed/feed-route.ts';
import { ACTOR_HEADER } from '../subgraph.ts';
import { closeUnusedConnections } from '../unused-connections.ts';
import { answering } from './answering.ts';
import { openApolloDoor } from './apollo-door.ts';
import { createExecutor } from './execute/executor.ts';
import { httpAnswer } from './http-answer.ts';
import { knownRequest } from './known-request.ts';
import type { SubgraphParts } from './local-subgraph.ts';

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

/**
 * The same subgraph behind HTTP. Whoever comes without a token that the gateway signed for this very
 * request is answered 401. Apollo Server answers each operation the first time; one that it found
 * valid is executed at once from then on.
 */
export async function createHttpSubgraph(
  parts: SubgraphParts,
  { key, ready, feed }: HttpSubgraphOptions,
): Promise<FastifyInstance> {
  const verify = createTokenVerifier(key, parts.name);
  const executor = createExecutor(parts.schema);
  const answer = answering(parts);
  const apollo = await openApolloDoor(parts, executor);

  const app = Fastify({ bodyLimit: MAX_BODY_BYTES, logger: false });
  closeUnusedConnections(app);
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

  if (feed) addFeedRoutes(app, parts.name, feed);

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
    const body = parseJson(text);
    const known = knownRequest(body, executor);
    const answered = known
      ? httpAnswer(await answer(known.execute, known.variables, vouched))
      : await apollo.answer(body, vouched);
    return reply.code(answered.status).headers(answered.headers).send(answered.text);
  });
  return app;
}
