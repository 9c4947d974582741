import type { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { answerText } from './answer-text.ts';
import { BoundedMap } from './bounded-map.ts';
import { NOT_CACHED } from './cache-control.ts';
import { costReport } from './cost-report.ts';
import type { Engine, Operation, Prepared } from './execute.ts';
import type { KnownOperations } from './known-operations.ts';
import { TEXT_KEPT } from './limits.ts';
import type { RequestContext } from './request-context.ts';
import { isOverloaded } from './status.ts';

type ServerOptions = ConstructorParameters<typeof ApolloServer<RequestContext>>[0];
/** What Apollo Server takes for a gateway: where the schema comes from, and who executes. */
export type ApolloGateway = NonNullable<ServerOptions['gateway']>;

/** What Apollo Server calls in the place of an execution of its own. */
export type Execute = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;

/** Executes what Apollo Server found valid, and remembers that it did. */
export function createExecute(engine: Engine, known: KnownOperations, costLimit: number): Execute {
  type Kept = { readonly prepared: Prepared; readonly length: number };
  const kept = new BoundedMap<string, Kept>(TEXT_KEPT, (_key, { length }) => length);
  const prepare = (operation: Operation, key: string): Prepared => {
    const earlier = kept.get(key);
    if (earlier) return earlier.prepared;
    const prepared = engine(operation);
    kept.set(key, { prepared, length: operation.length });
    return prepared;
  };

  return async ({ document, operation, request, queryHash, source, context }) => {
    const { operationName, variables = {} } = request;
    if (!operation) return { errors: [new GraphQLError(noSuchOperation(operationName))] };
    const key = `${queryHash} ${operation.name?.value ?? ''}`;
    const { length } = source;
    const execute = prepare({ document, definition: operation, length, hash: queryHash }, key);
    known.learn(source, operationName, execute);
    const { vouched, deadline, signal, observation, reportsCost } = context;
    const answer = await execute({ variables, vouched, deadline, signal, observation });
    context.response.overloaded = answer.data === undefined && isOverloaded(answer.errors);
    context.response.cacheControl = answer.cacheControl ?? NOT_CACHED;
    const { data, errors } = answer;
    if (data === undefined) return { errors };
    const extensions = reportsCost ? costReport(answer, costLimit) : undefined;
    context.response.text = answerText(answer, vouched.requestId, extensions);
    return errors.length > 0 ? { data: WRITTEN, errors } : { data: WRITTEN };
  };
}

/** In the place of data, which the pipeline only passes on. */
const WRITTEN = {};

const noSuchOperation = (name: string | undefined) =>
  name
    ? `The document has no operation "${name}".`
    : 'The document has several operations: name one of them in "operationName".';
