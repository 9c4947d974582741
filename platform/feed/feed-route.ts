import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { badUserInput, DomainError } from '../errors.ts';
import type { SubgraphName } from '../subgraph.ts';
import { type Feed, feedRequestSchema } from './feed.ts';
import { createFeedVerifier, FEED_HEADER } from './feed-token.ts';
import type { Lag } from './follow.ts';

export type ServedFeed = {
  /** Verifies the followers' tokens; see `feedKey`. */
  readonly key: string;
  readonly feed: Feed;
  /** How far this subgraph is behind those that it follows. */
  readonly lag: () => readonly Lag[];
};

function parseRequest(text: string) {
  const json = z.string().transform((given, issues) => {
    try {
      return JSON.parse(given) as unknown;
    } catch {
      issues.addIssue({ code: 'custom', message: 'The body is not JSON' });
      return z.NEVER;
    }
  });
  const parsed = json.pipe(feedRequestSchema).safeParse(text);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw badUserInput(`The request to the feed is not right. ${problems.join('; ')}.`);
}

function refuse(reply: FastifyReply, error: unknown) {
  if (!(error instanceof DomainError)) throw error;
  const status = error.extensions.code === 'UNAUTHENTICATED' ? 401 : 400;
  return reply
    .code(status)
    .send({ error: { message: error.message, code: error.extensions.code } });
}

/**
 * `POST /feed`: a page of this subgraph's facts, for who signed the request with the feed's key.
 * `GET /health/feeds`: how long ago it knew all that its sources know. Being behind is not being unready.
 */
export function addFeedRoutes(app: FastifyInstance, name: SubgraphName, served: ServedFeed): void {
  const verify = createFeedVerifier(served.key, name);
  app.get('/health/feeds', () => ({ following: served.lag() }));
  app.post('/feed', async (request, reply) => {
    const text = typeof request.body === 'string' ? request.body : '';
    const token = request.headers[FEED_HEADER];
    try {
      verify(typeof token === 'string' ? token : undefined, text, Date.now());
      return await served.feed.read(parseRequest(text));
    } catch (error) {
      return refuse(reply, error);
    }
  });
}
