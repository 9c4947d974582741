import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { GraphServer, RequestContext } from './apollo.ts';
import { maskError } from './format-error.ts';
import type { Identity } from './identity.ts';

export const GRAPHQL_PATH = '/graphql';

/** What Apollo Server reads of the headers, for content types and against forged requests. No other goes in. */
const READ_HEADERS = [
  'content-type',
  'accept',
  'x-apollo-operation-name',
  'apollo-require-preflight',
];

export function registerGraphql(
  app: FastifyInstance,
  graph: GraphServer,
  identity: Identity,
): void {
  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const actor = await identity(request.headers.authorization);
    const context: RequestContext = {
      vouched: { actor, requestId: request.id },
      response: { masked: false },
    };
    const { status, headers, body } = await graph.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: new URL(request.url, 'http://any').search,
        body: request.body,
      },
      context: async () => context,
    });
    if (body.kind !== 'complete') throw new Error('Incremental delivery is not ours.');
    for (const [name, value] of headers) reply.header(name, value);
    return reply
      .status(status ?? 200)
      .send(context.response.masked ? body.string : maskBody(body.string, request.id));
  }

  app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: answer });
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name of READ_HEADERS) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

/** The answer to a request that never became an operation: errors only, as Apollo Server wrote them. */
function maskBody(body: string, requestId: string): string {
  const { errors }: { errors: GraphQLFormattedError[] } = JSON.parse(body);
  return JSON.stringify({ errors: errors.map((error) => maskError(error, requestId)) });
}
