import type { Answer } from './execute.ts';

export const GRAPHQL_JSON = 'application/graphql-response+json';

export const OK = 200;
export const BAD_REQUEST = 400;
const BROKEN = 500;

/**
 * A client that reads `application/json` cannot tell a GraphQL response from an intermediary's by its
 * status, so that a well-formed request is 200 there whatever became of its operation (GraphQL over
 * HTTP, section 6.4.1). `application/graphql-response+json` says 400.
 */
export const statusFor = (status: number, contentType: string, refused: boolean): number =>
  status === BAD_REQUEST && refused && contentType.startsWith('application/json') ? OK : status;

/** The status of an operation's answer. */
export function statusOf({ data, errors }: Answer, contentType: string): number {
  if (data !== undefined) return OK;
  const isRefused = errors.every(({ extensions }) => extensions.code !== undefined);
  return statusFor(isRefused ? BAD_REQUEST : BROKEN, contentType, true);
}
