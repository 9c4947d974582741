import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { GraphServer } from './apollo.ts';
import { cacheable, NOT_CACHED } from './cache-control.ts';
import type { Admit } from './document/admission.ts';
import { maskError } from './format-error.ts';
import { readsOurs } from './reads-ours.ts';
import type { RequestContext } from './request-context.ts';
import {
  BAD_REQUEST,
  COME_BACK_SECONDS,
  GRAPHQL_JSON,
  OK,
  statusFor,
  UNAVAILABLE,
} from './status.ts';

export type ApolloDoor = { readonly graph: GraphServer; readonly admit: Admit };

/** What Apollo Server reads of the headers, for content types and against forged requests. No other goes in. */
const READ_HEADERS = [
  'content-type',
  'accept',
  'x-apollo-operation-name',
  'apollo-require-preflight',
];

/** Answers any request: Apollo Server reads it, finds its operation valid or refuses it. */
export async function answerByApollo(
  request: FastifyRequest,
  context: RequestContext,
  reply: FastifyReply,
  { graph, admit }: ApolloDoor,
): Promise<FastifyReply> {
  if (!readsOurs(request.headers.accept)) return refuseUnread(request, reply);
  const search = searchOf(request);
  const document = documentIn(request, search);
  const refusal = document === null ? null : admit(document);
  if (refusal) return refuse(request, reply, refusal);
  const { known } = graph.current();
  const {
    status = OK,
    headers,
    body,
  } = await graph.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headersOf(request),
      search,
      body: request.body,
    },
    context: async () => context,
  });
  if (body.kind !== 'complete') throw new Error('Incremental delivery is not ours.');
  const { masked, refused, overloaded, cacheControl } = context.response;
  const type = headers.get('content-type') ?? '';
  if (masked && status === OK) known.learnContentType(request.headers.accept ?? '', type);
  if (overloaded) reply.header('retry-after', COME_BACK_SECONDS);
  for (const [name, value] of headers) reply.header(name, value);
  return cacheable(reply, cacheControl)
    .status(overloaded ? UNAVAILABLE : statusFor(status, type, refused))
    .send(bodyOf(request, context, status, body.string));
}

/** What Apollo Server wrote, but the answer of an operation that was executed, which is written already. */
function bodyOf(
  request: FastifyRequest,
  { response: { masked, text } }: RequestContext,
  status: number,
  written: string,
): string {
  if (status === OK && text !== null) return text;
  return masked ? written : maskBody(written, request);
}

const NOT_ACCEPTABLE = 406;

function refuseUnread(request: FastifyRequest, reply: FastifyReply) {
  const message = `The answer is application/json or ${GRAPHQL_JSON}, and the header "Accept" has neither.`;
  const error = { message, extensions: { code: 'BAD_REQUEST' } };
  request.observation?.failed([error]);
  return reply
    .status(NOT_ACCEPTABLE)
    .header('cache-control', NOT_CACHED)
    .send({ errors: [maskError(error, request.id)] });
}

/** What stands in the URL beside its path. */
function searchOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
}

/**
 * The document of a request, wherever it stands; null where there is none that is a text. Of a URL it is read as
 * Apollo Server does: Fastify does not decode what has one wrong escape, so that another text would be admitted.
 */
function documentIn({ method, body }: FastifyRequest, search: string): string | null {
  if (method === 'GET') return new URLSearchParams(search).get('query');
  const isObject = typeof body === 'object' && body !== null && 'query' in body;
  return isObject && typeof body.query === 'string' ? body.query : null;
}

/** The answer to a document that is not let in: as to one that does not fit the schema. */
function refuse(request: FastifyRequest, reply: FastifyReply, refusal: GraphQLError) {
  request.observation?.failed([refusal]);
  const type = (request.headers.accept ?? '').includes(GRAPHQL_JSON)
    ? GRAPHQL_JSON
    : 'application/json';
  return reply
    .status(statusFor(BAD_REQUEST, type, true))
    .header('cache-control', NOT_CACHED)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [maskError(refusal.toJSON(), request.id)] }));
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
function maskBody(body: string, { id, observation }: FastifyRequest): string {
  const { errors }: { errors: GraphQLFormattedError[] } = JSON.parse(body);
  observation?.failed(errors);
  return JSON.stringify({ errors: errors.map((error) => maskError(error, id)) });
}
