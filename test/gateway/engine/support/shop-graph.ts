import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { loadSupergraph } from '../../../../gateway/planning/plan-here.ts';
import { SubgraphFailure } from '../../../../gateway/transport/failure.ts';
import type { Transport } from '../../../../gateway/transport/transport.ts';
import { PUBLIC_ACTOR } from '../../../../platform/actor.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../../../platform/subgraph.ts';
import { compose } from '../../support/gateways.ts';
import { createExecutor, type Executor } from './executor.ts';
import { createShop, findMedium, noTrouble, resolverOf, type Trouble } from './shop.ts';
import { SHOP_SDLS } from './shop-sdl.ts';

export const shopSupergraph = loadSupergraph(compose(SHOP_SDLS));

type Name = keyof typeof SHOP_SDLS;
const schemas = new Map<string, GraphQLSchema>(
  Object.entries(SHOP_SDLS).map(([name, sdl]) => [
    name,
    buildSubgraphSchema({
      typeDefs: parse(sdl),
      ...(name === 'catalog' && { resolvers: { Media: { __resolveReference: findMedium } } }),
    }),
  ]),
);
const monolith = buildSchema(printSchema(shopSupergraph.apiSchema));

export type Asked = { readonly subgraph: string } & SubgraphRequest;
export type Variables = Readonly<Record<string, unknown>>;

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** The shop's subgraphs, which answer as over HTTP; those that are `down` give no answer. */
export function shopTransport(trouble: Trouble = noTrouble, down: readonly Name[] = []) {
  const resolver = resolverOf(createShop(true), trouble);
  const asked: Asked[] = [];
  const transport: Transport = {
    async fetch(subgraph, request): Promise<SubgraphResponse> {
      asked.push({ subgraph, ...request });
      if (down.some((name) => name === subgraph))
        throw new SubgraphFailure(subgraph, 'It is down.');
      const schema = schemas.get(subgraph);
      if (!schema) throw new Error(`There is no subgraph "${subgraph}".`);
      const document = parse(request.query);
      const errors = validate(schema, document);
      if (errors.length > 0) return overTheWire({ errors });
      const { variables: variableValues } = overTheWire(request);
      return overTheWire(
        await execute({ schema, document, variableValues, fieldResolver: resolver }),
      );
    },
    async close() {},
  };
  return { transport, asked };
}

/** What is wrong with an operation before it is run. */
export const problemsOf = (document: DocumentNode) =>
  validate(shopSupergraph.apiSchema, document).map(({ message }) => message);

export async function run(
  executor: Executor,
  text: string,
  variables: Variables = {},
): Promise<ExecutionResult> {
  const document = parse(text);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('There is not one operation.');
  const problems = problemsOf(document);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return overTheWire(
    await executor({
      document,
      definition,
      variables,
      documentHash: text,
      vouched: { actor: PUBLIC_ACTOR, requestId: 'shop' },
    }),
  );
}

/** The answer of our engine, with what the subgraphs were asked. */
export async function askEngine(
  text: string,
  variables: Variables = {},
  trouble?: Trouble,
  down?: readonly Name[],
) {
  const { transport, asked } = shopTransport(trouble, down);
  const result = await run(createExecutor(shopSupergraph, transport), text, variables);
  return { ...result, asked };
}

/** The answer of one schema over the same data, by graphql-js. */
export async function askMonolith(
  text: string,
  variables: Variables = {},
  trouble: Trouble = noTrouble,
): Promise<ExecutionResult> {
  const fieldResolver = resolverOf(createShop(false), trouble);
  const result = await execute({
    schema: monolith,
    document: parse(text),
    variableValues: variables,
    fieldResolver,
  });
  return overTheWire(result);
}
