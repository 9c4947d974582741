import type { GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, type ErrorCode } from '../platform/errors.ts';

/** What an error may say beside its code. */
const KNOWN_EXTENSIONS = [
  'rule',
  'type',
  'id',
  'argument',
  'field',
  'class',
  'role',
  'subgraph',
  'limit',
  'found',
] as const;

/** Codes of the libraries for what we call by another name. */
const RENAMED: Readonly<Record<string, ErrorCode>> = {
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
};

const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);

export const isOneOf = <Value>(values: readonly Value[], value: unknown): value is Value =>
  values.some((one) => one === value);

/** The code that a caller gets for an error: one of ours, `INTERNAL` for every other. */
export function codeOf(error: Pick<GraphQLFormattedError, 'extensions'>): ErrorCode {
  const code = error.extensions?.code;
  if (isErrorCode(code)) return code;
  const isRenamed = typeof code === 'string' && Object.hasOwn(RENAMED, code);
  return (isRenamed && RENAMED[code]) || 'INTERNAL';
}

/**
 * An error as a caller may see it: our code, message, path and what {@link KNOWN_EXTENSIONS} names.
 * Of an `INTERNAL` one, whoever made it, not even the message.
 */
export function maskError(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const code = codeOf(error);
  if (code === 'INTERNAL') {
    return {
      message: ERROR_CODES.INTERNAL,
      ...(error.path && { path: error.path }),
      extensions: { code, requestId },
    };
  }
  const extensions = error.extensions ?? {};
  const known = KNOWN_EXTENSIONS.filter((name) => extensions[name] !== undefined);
  return {
    message: error.message,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: {
      code,
      ...Object.fromEntries(known.map((name) => [name, extensions[name]])),
      requestId,
    },
  };
}
