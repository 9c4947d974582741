import type { GraphQLError } from 'graphql';
import { codeOf } from './format-error.ts';
import type { Log } from './log.ts';
import { NoPlan } from './planning/refusals.ts';
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
    return;
  }
  if (cause instanceof NoPlan) {
    log.warn(
      { requestId, why: cause.why, path: error.path },
      'The supergraph has no plan for an operation.',
    );
    return;
  }
  const { message, stack } = cause;
  const code = codeOf(error);
  if (code === 'SUBGRAPH_BAD_RESPONSE') {
    log.warn({ requestId, path: error.path, message }, 'A subgraph gave what cannot be a value.');
  } else if (code === 'INTERNAL') {
    log.error({ requestId, path: error.path, message, stack }, 'An error was masked.');
  }
}
