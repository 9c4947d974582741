import type { GraphQLError } from 'graphql';
import { codeOf } from './format-error.ts';
import type { Log } from './log.ts';
import { SubgraphFailure } from './transport/failure.ts';

/** What a caller is not told, the log is. What a caller did wrong needs no line. */
export function logErrors(log: Log, errors: readonly GraphQLError[], requestId: string): void {
  for (const error of errors) logError(log, error, requestId);
}

function logError(log: Log, error: GraphQLError, requestId: string): void {
  const cause = error.originalError ?? error;
  if (cause instanceof SubgraphFailure) {
    const { subgraph, why } = cause;
    log.warn({ requestId, subgraph, why, path: error.path }, 'A subgraph did not answer.');
  } else if (codeOf(error) === 'INTERNAL') {
    const { message, stack } = cause;
    log.error({ requestId, path: error.path, message, stack }, 'An error was masked.');
  }
}
