import type { Logger } from 'pino';
import type { DevIssuer } from '../../gateway/dev-issuer/dev-issuer.ts';
import { type Address, createGateway } from '../../gateway/gateway.ts';
import type { Identity } from '../../gateway/identity.ts';
import { readSampleOperations } from '../../gateway/sample-operations.ts';
import type { DatabaseUrls } from './databases.ts';
import { type LocalGraph, openLocalGraph } from './local-subgraphs.ts';

export type LocalGraphOptions = {
  readonly urls: DatabaseUrls;
  readonly address: Address;
  readonly corsOrigins: readonly string[];
  readonly identity: Identity;
  readonly devIssuer: DevIssuer | null;
  readonly logger: Logger;
};

const WATCH_EVERY_MS = 1_000;
const clock = () => new Date();

const allAnswer = ({ databases }: LocalGraph) =>
  Promise.all(databases.map(({ pool }) => pool.query('select 1'))).then(
    () => true,
    () => false,
  );

/** Four subgraphs and the gateway in this process, over migrated databases. Says where it listens. */
export async function serveLocalGraph(options: LocalGraphOptions) {
  const { logger, identity, devIssuer, corsOrigins } = options;
  const graph = await openLocalGraph(options.urls, logger, clock);
  const gateway = await createGateway({
    supergraph: { file: 'schema/supergraph.graphql', watch: { everyMs: WATCH_EVERY_MS } },
    transport: { kind: 'local', subgraphs: graph.subgraphs },
    identity,
    devIssuer,
    graphiql: { operations: readSampleOperations('schema/operations') },
    corsOrigins,
    ready: () => allAnswer(graph),
    log: logger,
  });
  const url = await gateway.listen(options.address);
  return {
    url,
    async close() {
      await gateway.close();
      await graph.close();
    },
  };
}
