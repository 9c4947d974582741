import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, ERROR_CODES, type ErrorCode } from '../platform/errors.ts';
import { maskError } from './format-error.ts';
import { BODY_LIMIT_BYTES } from './limits.ts';
import type { Log } from './log.ts';
import { REQUEST_ID_HEADER } from './request-id.ts';

type HttpError = { readonly status: number; readonly code: ErrorCode; readonly message: string };

/** What Fastify refuses before a handler sees it. */
const REFUSALS: Readonly<Record<string, HttpError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'REQUEST_TOO_LARGE',
    message: `The request body is larger than ${BODY_LIMIT_BYTES} bytes.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'BAD_REQUEST',
    message: 'The body must be JSON: send "content-type: application/json".',
  },
};

/** A request that Node or Fastify finds wrong: bad JSON, a length that does not fit … */
const isCallersFault = ({ statusCode = 500 }: FastifyError) =>
  statusCode >= 400 && statusCode < 500;

function describe(error: FastifyError): HttpError {
  if (error instanceof DomainError) {
    const { code } = error.extensions;
    return { status: code === 'UNAUTHENTICATED' ? 401 : 400, code, message: error.message };
  }
  const refusal = REFUSALS[error.code];
  if (refusal) return refusal;
  return isCallersFault(error)
    ? { status: 400, code: 'BAD_REQUEST', message: 'The body is not valid JSON.' }
    : { status: 500, code: 'INTERNAL', message: ERROR_CODES.INTERNAL };
}

const body = (code: ErrorCode, message: string, requestId: string) => ({
  errors: [maskError({ message, extensions: { code } }, requestId)],
});

/** A URL that Fastify cannot read, which has no route and none of its hooks. */
export const refuseUrl = (
  _error: FastifyError,
  { id }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply =>
  reply
    .status(400)
    .header(REQUEST_ID_HEADER, id)
    .send(body('BAD_REQUEST', 'The URL cannot be read. Ask /graphql.', id));

/** Whatever goes wrong outside of GraphQL is answered as GraphQL errors, too: one shape for a client. */
export function registerHttpErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, code, message } = describe(error);
    request.observation?.failed([{ extensions: { code } }]);
    if (code === 'INTERNAL')
      log.error(
        { requestId: request.id, message: error.message, stack: error.stack },
        'A request failed.',
      );
    if (status === 401) reply.header('www-authenticate', 'Bearer error="invalid_token"');
    return reply.status(status).send(body(code, message, request.id));
  });

  app.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .send(body('NOT_FOUND', `There is no ${request.method} here. Ask /graphql.`, request.id)),
  );
}
