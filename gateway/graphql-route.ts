import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { ERROR_CODES } from '../platform/errors.ts';
import type { GraphServer, RequestContext } from './apollo.ts';
import type { Admit } from './document/admission.ts';
import { maskError } from './format-error.ts';
import type { Identity } from './identity.ts';
import { ANSWER_DEADLINE_MS, REQUESTS_AT_A_TIME } from './limits.ts';

export const GRAPHQL_PATH = '/graphql';
/** A client that sends it with "report" is told what its operation cost. */
const COST_HEADER = 'graphql-cost';

/** What Apollo Server reads of the headers, for content types and against forged requests. No other goes in. */
const READ_HEADERS = [
  'content-type',
  'accept',
  'x-apollo-operation-name',
  'apollo-require-preflight',
];

export type Door = {
  readonly graph: GraphServer;
  readonly identity: Identity;
  readonly admit: Admit;
  readonly answerMs?: number | undefined;
};

export function registerGraphql(app: FastifyInstance, door: Door): void {
  const { graph, identity, admit, answerMs = ANSWER_DEADLINE_MS } = door;
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
    const text = documentIn(request);
    const refusal = text === null ? null : admit(text);
    if (refusal) return refuse(request, reply, refusal);
    const context: RequestContext = {
      vouched: { actor, requestId: request.id },
      reportsCost: request.headers[COST_HEADER] === 'report',
      deadline,
      signal: leavingOf(reply),
      response: { masked: false, refused: false },
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
      .status(statusFor(status ?? OK, headers, context))
      .send(context.response.masked ? body.string : maskBody(body.string, request.id));
  }

  app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: answer });
}

/** The document of a request, wherever it stands; null where there is none that is a text. */
function documentIn({ method, body, query }: FastifyRequest): string | null {
  const from = method === 'GET' ? query : body;
  const isObject = typeof from === 'object' && from !== null && 'query' in from;
  return isObject && typeof from.query === 'string' ? from.query : null;
}

/** Aborted when the client closes the connection before it has its answer. */
function leavingOf({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

const UNAVAILABLE = 503;
const COME_BACK_SECONDS = 1;

function shed(request: FastifyRequest, reply: FastifyReply) {
  const code = 'OVERLOADED';
  const error = { message: ERROR_CODES[code], extensions: { code } };
  return reply
    .status(UNAVAILABLE)
    .header('retry-after', COME_BACK_SECONDS)
    .send({ errors: [maskError(error, request.id)] });
}

const GRAPHQL_JSON = 'application/graphql-response+json';

/** The answer to a document that is not let in: as to one that does not fit the schema. */
function refuse(request: FastifyRequest, reply: FastifyReply, refusal: GraphQLError) {
  const wantsStatus = (request.headers.accept ?? '').includes(GRAPHQL_JSON);
  return reply
    .status(wantsStatus ? BAD_REQUEST : OK)
    .type(`${wantsStatus ? GRAPHQL_JSON : 'application/json'}; charset=utf-8`)
    .send(JSON.stringify({ errors: [maskError(refusal.toJSON(), request.id)] }));
}

const OK = 200;
const BAD_REQUEST = 400;

/**
 * A client that reads `application/json` cannot tell a GraphQL response from an intermediary's by its
 * status, so that a well-formed request is 200 there whatever became of its operation (GraphQL over
 * HTTP, section 6.4.1). `application/graphql-response+json` says 400.
 */
const statusFor = (status: number, headers: HeaderMap, { response }: RequestContext) =>
  status === BAD_REQUEST &&
  response.refused &&
  headers.get('content-type')?.startsWith('application/json')
    ? OK
    : status;

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
