import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
  onSendHookHandler,
} from 'fastify';
import type { Observer } from './observer.ts';
import type { RequestObservation } from './request-observation.ts';
import { SERVER_TIMING_HEADER } from './server-timing.ts';
import { TRACEPARENT_HEADER } from './trace-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on routes that are not observed. */
    observation: RequestObservation | null;
  }
}

type Hooks = {
  onRequest(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void;
  readonly onSend: onSendHookHandler;
};

/** No status of HTTP: nobody gets it. Proxies write the same. What went wrong is in no answer then. */
const CLIENT_LEFT = 499;

/**
 * The hooks of a route whose requests are observed, from their headers to their answer, whoever gives it: a
 * handler, or Fastify because of a body that cannot be read. They take a callback, for a promise costs more.
 */
export function observeRoute(app: FastifyInstance, observer: Observer): Hooks {
  app.decorateRequest('observation', null);
  return {
    onRequest(request, _reply, done) {
      const traceparent = request.headers[TRACEPARENT_HEADER];
      request.observation = observer.begin({
        id: request.id,
        traceparent: typeof traceparent === 'string' ? traceparent : undefined,
      });
      done();
    },
    onSend(request, reply, _payload, done) {
      const { observation } = request;
      const hasLeft = reply.raw.destroyed;
      if (hasLeft) observation?.failed([]);
      const timing = observation?.end(hasLeft ? CLIENT_LEFT : reply.statusCode);
      if (timing) reply.header(SERVER_TIMING_HEADER, timing);
      request.observation = null;
      done();
    },
  };
}
