import { ApolloServer, HeaderMap } from '@apollo/server';
import type { Vouched } from '../actor-token.ts';
import { silence } from './apollo-silence.ts';
import type { Executor } from './execute/executor.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { SubgraphParts } from './local-subgraph.ts';
import { asGraphQLError, maskError } from './mask-error.ts';

type RequestContext = { readonly vouched: Vouched };
type Gateway = NonNullable<
  ConstructorParameters<typeof ApolloServer<RequestContext>>[0]['gateway']
>;

/** Executes what Apollo Server found valid, and learns it. */
function asGateway({ schema, createContext }: SubgraphParts, executor: Executor): Gateway {
  return {
    onSchemaLoadOrUpdate(listener) {
      listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      async executor({ source, document, request: { operationName, variables }, context }) {
        const execute =
          executor.find(source, operationName) ?? executor.learn(source, operationName, document);
        return await execute(variables, createContext(context.vouched));
      },
    }),
    stop: async () => {},
  };
}

/** Apollo Server in front of a subgraph: it reads requests, refuses what is wrong, and finds documents valid. */
export async function openApolloDoor(parts: SubgraphParts, executor: Executor) {
  const server = new ApolloServer<RequestContext>({
    gateway: asGateway(parts, executor),
    documentStore: null, // What is valid is kept by the executor.
    csrfPrevention: false, // No browser calls a subgraph: every request carries a signed header.
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    introspection: true,
    formatError: (_formatted, error) => maskError(asGraphQLError(error), '', () => {}),
    plugins: [
      ...silence(),
      {
        // Masking does not know the request; this does, and writes the log.
        requestDidStart: async () => ({
          didEncounterErrors: async ({ errors, contextValue }) => {
            for (const error of errors) maskError(error, contextValue.vouched.requestId, parts.log);
          },
        }),
      },
    ],
  });
  await server.start();

  return {
    async answer(body: unknown, vouched: Vouched): Promise<HttpAnswer> {
      const headers = new HeaderMap([['content-type', 'application/json']]);
      const { status = 200, ...response } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: async () => ({ vouched }),
      });
      if (response.body.kind !== 'complete') throw new Error('A subgraph answers in one piece.');
      return { status, headers: Object.fromEntries(response.headers), text: response.body.string };
    },
    stop: () => server.stop(),
  };
}
