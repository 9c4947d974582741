import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { silence } from '../platform/graphql/apollo-silence.ts';
import { VALIDATION } from './document/validate.ts';
import { codeOf, maskError } from './format-error.ts';
import type { Log } from './log.ts';
import { logErrors } from './log-errors.ts';
import type { RequestContext } from './request-context.ts';

/** Every default that depends on `NODE_ENV` or an Apollo key is settled here; nothing is reported to anyone. */
export const apolloSettings = (log: Log) => ({
  introspection: true,
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  persistedQueries: false as const,
  // What is valid is known from then on; its own store weighs documents at a tenth of what they take.
  documentStore: null,
  // Documents are measured before, in `document/`.
  validationOptions: VALIDATION,
  stopOnTerminationSignals: false,
  logger: apolloLogger(log),
  plugins: [...silence(), maskingPlugin(log)],
});

function maskingPlugin(log: Log): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          logErrors(log, errors, contextValue.vouched.requestId);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') throw new Error('Incremental delivery is not ours.');
          const { singleResult } = response.body;
          const { requestId } = contextValue.vouched;
          if (singleResult.errors)
            singleResult.errors = singleResult.errors.map((error) => maskError(error, requestId));
          contextValue.observation?.failed(singleResult.errors ?? []);
          contextValue.response.masked = true;
          contextValue.response.refused =
            singleResult.data === undefined && !singleResult.errors?.some(isBadRequest);
        },
      };
    },
  };
}

const isBadRequest = (error: GraphQLFormattedError) => codeOf(error) === 'BAD_REQUEST';

function apolloLogger(log: Log) {
  const write = (level: 'info' | 'warn' | 'error') => (message?: unknown) =>
    log[level]({}, String(message));
  return { debug() {}, info: write('info'), warn: write('warn'), error: write('error') };
}
