import { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { type ApolloGateway, createExecute, type Execute } from './apollo-execute.ts';
import { apolloSettings } from './apollo-settings.ts';
import type { LabelIsOn } from './engine/labels.ts';
import { createEngine } from './execute.ts';
import { createKnownOperations, type KnownOperations } from './known-operations.ts';
import type { Log } from './log.ts';
import type { Planning } from './planning/planner.ts';
import type { RequestContext } from './request-context.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import type { Transport } from './transport/transport.ts';

type SchemaListener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/** A supergraph, ready to be asked. */
export type Served = {
  readonly supergraph: LoadedSupergraph;
  readonly known: KnownOperations;
};

/** Apollo Server's pipeline over our engine, and the supergraph that it serves now. */
export type GraphServer = {
  readonly server: ApolloServer<RequestContext>;
  /** What is served now. */
  current(): Served;
  /** From the next request on. A request under way ends on the supergraph it began with. */
  swap(supergraph: LoadedSupergraph): void;
};

export type GraphServerOptions = {
  readonly log: Log;
  /** The highest estimated cost of an operation that is executed. */
  readonly costLimit: number;
  readonly planning: Planning;
  readonly labelIsOn: LabelIsOn;
};

export async function createGraphServer(
  first: LoadedSupergraph,
  transport: Transport,
  { log, costLimit, planning, labelIsOn }: GraphServerOptions,
): Promise<GraphServer> {
  const bySchema = new WeakMap<GraphQLSchema, Execute>();
  const listeners = new Set<SchemaListener>();

  const announce = (listener: SchemaListener) =>
    listener({
      apiSchema: current.supergraph.apiSchema,
      coreSupergraphSdl: current.supergraph.sdl,
    });
  const serve = (supergraph: LoadedSupergraph): Served => {
    const known = createKnownOperations();
    const engine = createEngine(supergraph, transport, { costLimit, planning, labelIsOn });
    bySchema.set(supergraph.apiSchema, createExecute(engine, known, costLimit));
    return { supergraph, known };
  };
  let current = serve(first);

  const gateway: ApolloGateway = {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      announce(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      return {
        async executor(context) {
          const execute = bySchema.get(context.schema);
          if (!execute) throw new Error('No engine was made for this schema.');
          return await execute(context);
        },
      };
    },
    async stop() {},
  };

  const server = new ApolloServer<RequestContext>({ gateway, ...apolloSettings(log) });
  await server.start();
  return {
    server,
    current: () => current,
    swap(supergraph) {
      current = serve(supergraph);
      for (const listener of listeners) announce(listener);
    },
  };
}
