import type { Answer } from './execute.ts';

export const GRAPHQL_JSON = 'application/graphql-response+json';

export const OK = 200;
export const BAD_REQUEST = 400;
const BROKEN = 500;
export const UNAVAILABLE = 503;

/**
 * A client that reads `application/json` cannot tell a GraphQL response from an intermediary's by its
 * status, so that a well-formed request is 200 there whatever became of its operation (GraphQL over
 * HTTP, section 6.4.1). `application/graphql-response+json` says 400.
 */
export const statusFor = (status: number, contentType: string, refused: boolean): number =>
  status === BAD_REQUEST && refused && contentType.startsWith('application/json') ? OK : status;

/** Said with {@link UNAVAILABLE}: when to come again, in seconds. */
export const COME_BACK_SECONDS = 1;

export const isOverloaded = (errors: Answer['errors'] = []): boolean =>
  errors.some(({ extensions }) => extensions.code === 'OVERLOADED');

/** The status of an operation's answer. */
export function statusOf({ data, errors }: Answer, contentType: string): number {
  if (data !== undefined) return OK;
  if (isOverloaded(errors)) return UNAVAILABLE;
  const isRefused = errors.every(({ extensions }) => extensions.code !== undefined);
  return statusFor(isRefused ? BAD_REQUEST : BROKEN, contentType, true);
}
