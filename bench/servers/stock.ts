import { readFileSync } from 'node:fs';
import {
  ApolloGateway,
  type GraphQLDataSource,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { pino } from 'pino';
import { z } from 'zod';
import { createIdentity } from '../../gateway/identity.ts';
import type { Actor } from '../../platform/actor.ts';
import { signActor, subgraphKey } from '../../platform/actor-token.ts';
import { readEnv } from '../../platform/env.ts';
import { ACTOR_HEADER, type LocalSubgraph } from '../../platform/subgraph.ts';
import { openLocalGraph } from '../../scripts/graph/local-subgraphs.ts';
import { benchIssuer } from './issuer.ts';

/** Stock `@apollo/gateway` as its guide starts it, over the same four subgraphs, with the same identity. */
const env = readEnv({
  PORT: z.coerce.number(),
  BENCH_KEY: z.string(),
  SUBGRAPH_SECRET: z.string().optional(),
  SUBGRAPH_PORTS: z.string().optional(),
  SCHOOLS_DATABASE_URL: z.string(),
  EMPLOYERS_DATABASE_URL: z.string(),
  STUDENTS_DATABASE_URL: z.string(),
  PLACEMENTS_DATABASE_URL: z.string(),
  APOLLO_TELEMETRY_DISABLED: z.literal('true'),
});
type Context = { actor: Actor; requestId: string };
type Options = GraphQLDataSourceProcessOptions<Context>;

/** Calls a subgraph of this process. */
const localSource = (subgraph: LocalSubgraph): GraphQLDataSource<Context> => ({
  async process({ request, context }: Options) {
    const { query = '', variables, operationName } = request;
    const { data, errors } = await subgraph.execute(
      { query, variables, operationName },
      context as Context,
    );
    return { data, errors } as Awaited<ReturnType<GraphQLDataSource<Context>['process']>>;
  },
});

/** Signs the body that is sent, as our gateway does; `make-fetch-happen` sends it. */
class SigningSource extends RemoteGraphQLDataSource<Context> {
  readonly #name: string;
  readonly #key: string;
  constructor(name: string, url: string, secret: string) {
    super({ url });
    this.#name = name;
    this.#key = subgraphKey(secret, name);
  }
  override willSendRequest({ request, context }: Options) {
    const { http, query, ...rest } = request;
    const text = JSON.stringify({ query, ...rest });
    http?.headers.set(
      ACTOR_HEADER,
      signActor(this.#key, this.#name, context as Context, text, Date.now()),
    );
  }
}

async function sources(): Promise<(name: string) => GraphQLDataSource<Context>> {
  const { SUBGRAPH_SECRET: secret, SUBGRAPH_PORTS: ports } = env;
  if (secret) {
    const urls: Record<string, string> = JSON.parse(ports ?? '{}');
    return (name) => new SigningSource(name, urls[name] ?? '', secret);
  }
  const databases = {
    schools: env.SCHOOLS_DATABASE_URL,
    employers: env.EMPLOYERS_DATABASE_URL,
    students: env.STUDENTS_DATABASE_URL,
    placements: env.PLACEMENTS_DATABASE_URL,
  };
  const { subgraphs } = await openLocalGraph(databases, pino({ level: 'warn' }), () => new Date());
  return (name) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`There is no subgraph "${name}".`);
    return localSource(subgraph);
  };
}

const sourceOf = await sources();
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync('schema/supergraph.graphql', 'utf8'),
  buildService: ({ name }) => sourceOf(name),
});
const identity = createIdentity([benchIssuer(JSON.parse(env.BENCH_KEY))], Date.now);
const server = new ApolloServer<Context>({ gateway });
await startStandaloneServer(server, {
  listen: { port: env.PORT, host: '127.0.0.1' },
  context: async ({ req }) => ({
    actor: await identity(req.headers.authorization),
    requestId: 'bench',
  }),
});
process.stdout.write('ready\n');
