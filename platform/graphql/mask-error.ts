import { GraphQLError, type GraphQLFormattedError, isValueNode, Kind } from 'graphql';
import { DomainError, ERROR_CODES } from '../errors.ts';

/** Where what we mask is written, with the request id that the caller was given. */
export type ErrorLog = (error: unknown, where: { readonly requestId: string }) => void;

/** PostgreSQL's classes 08 (connection) and 57P (shut down) and its 53300 (no connection is free), what sockets say, and Prisma's words for them. */
const DATABASE_AWAY = /^(08|57P|53300|ECONN|ENOENT|ETIMEDOUT|P1001|P1017|P2024|P2028)/;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** What the driver says, without a code, of a connection that was not made or that ended. */
const NO_CONNECTION = /timeout exceeded when trying to connect|^Connection terminated/;

const isDatabaseAway = (error: unknown): boolean =>
  DATABASE_AWAY.test(codeOf(error)) ||
  (error instanceof Error && NO_CONNECTION.test(error.message));

/** graphql-js names the variable's definition, and nothing else, where a value does not fit it. */
const isAboutAVariable = ({ nodes, path }: GraphQLError): boolean =>
  !path && nodes?.length === 1 && nodes[0]?.kind === Kind.VARIABLE_DEFINITION;

/** graphql-js names the value, and nothing else, where it fits no argument: a variable that is null, where the argument has a default. */
const isAboutAnArgument = ({ nodes, originalError }: GraphQLError): boolean =>
  originalError instanceof GraphQLError && nodes?.length === 1 && nodes.every(isValueNode);

const isAboutAValue = (error: GraphQLError): boolean =>
  isAboutAVariable(error) || isAboutAnArgument(error);

/** graphql-js' own complaints about a document or its variables are the caller's to see. */
const isAboutTheRequest = (error: GraphQLError): boolean =>
  (!error.originalError && !error.path) || isAboutAValue(error);

const isKnown = (error: GraphQLError): boolean =>
  error.originalError instanceof DomainError ||
  Object.hasOwn(ERROR_CODES, String(error.extensions.code)) ||
  isAboutTheRequest(error);

/** Lets a {@link DomainError} through and writes anything else to the log, for it is a bug. */
export function maskError(
  error: GraphQLError,
  requestId: string,
  log: ErrorLog,
): GraphQLFormattedError {
  const { message, locations, path, extensions } = error;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (isKnown(error)) {
    const usual = isAboutAValue(error) ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
    const code = extensions.code ?? usual;
    // Apollo Server's word to itself about the status stays inside, as does where the error is from.
    const { stacktrace: _stacktrace, http: _http, ...shown } = extensions;
    return { message, ...place, extensions: { ...shown, code } };
  }
  log(error.originalError ?? error, { requestId });
  return isDatabaseAway(error.originalError)
    ? {
        message: 'The database did not answer.',
        ...place,
        extensions: { code: 'DATABASE_UNAVAILABLE' },
      }
    : { message: 'Something of ours broke.', ...place, extensions: { code: 'INTERNAL' } };
}

/** A failure outside any field, such as a context that could not be made. */
export const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : String(error), {
        originalError: error instanceof Error ? error : new Error(String(error)),
        ...(error instanceof DomainError && { extensions: error.extensions }),
      });
