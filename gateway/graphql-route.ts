import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_CODES } from '../platform/errors.ts';
import { type ApolloDoor, answerByApollo } from './apollo-answer.ts';
import { NOT_CACHED } from './cache-control.ts';
import { maskError } from './format-error.ts';
import type { Identity } from './identity.ts';
import { answerKnown } from './known-answer.ts';
import { knownRequest } from './known-request.ts';
import { ANSWER_DEADLINE_MS, REQUESTS_AT_A_TIME } from './limits.ts';
import type { Log } from './log.ts';
import { observeRoute } from './observe/observe-route.ts';
import type { Observer } from './observe/observer.ts';
import type { RequestContext } from './request-context.ts';
import { COME_BACK_SECONDS, UNAVAILABLE } from './status.ts';
import { Leaving } from './transport/leaving.ts';

export const GRAPHQL_PATH = '/graphql';
/** A client that sends it with "report" is told what its operation cost. */
const COST_HEADER = 'graphql-cost';

export type Door = ApolloDoor & {
  readonly identity: Identity;
  readonly log: Log;
  readonly observer: Observer;
  readonly costLimit: number;
  readonly answerMs?: number | undefined;
};

/**
 * Where GraphQL is asked. An operation that Apollo Server has answered before is executed at once from
 * then on; everything else goes through its pipeline.
 */
export function registerGraphql(app: FastifyInstance, door: Door): void {
  const { graph, identity, observer, answerMs = ANSWER_DEADLINE_MS } = door;
  let underWay = 0;

  async function answer(request: FastifyRequest, reply: FastifyReply) {
    if (underWay >= REQUESTS_AT_A_TIME) return shed(request, reply);
    underWay += 1;
    try {
      return await answerNow(request, reply);
    } finally {
      underWay -= 1;
    }
  }

  async function answerNow(request: FastifyRequest, reply: FastifyReply) {
    const deadline = performance.now() + answerMs;
    const actor = await identity(request.headers.authorization);
    const { observation } = request;
    observation?.askedBy(actor.role);
    const context: RequestContext = {
      vouched: { actor, requestId: request.id },
      reportsCost: request.headers[COST_HEADER] === 'report',
      deadline,
      signal: leavingOf(reply),
      observation,
      response: {
        masked: false,
        refused: false,
        overloaded: false,
        cacheControl: NOT_CACHED,
        text: null,
      },
    };
    const known = knownRequest(request, graph.current().known);
    return known
      ? await answerKnown(known, context, reply, door)
      : await answerByApollo(request, context, reply, door);
  }

  const hooks = observeRoute(app, observer);
  app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: answer, ...hooks });
}

/** Told when the client closes the connection before it has its answer. */
function leavingOf({ raw }: FastifyReply): Leaving {
  const leaving = new Leaving();
  raw.on('close', () => {
    if (!raw.writableFinished) leaving.leave();
  });
  return leaving;
}

function shed(request: FastifyRequest, reply: FastifyReply) {
  const code = 'OVERLOADED';
  const error = { message: ERROR_CODES[code], extensions: { code } };
  request.observation?.failed([error]);
  return reply
    .status(UNAVAILABLE)
    .header('retry-after', COME_BACK_SECONDS)
    .send({ errors: [maskError(error, request.id)] });
}
