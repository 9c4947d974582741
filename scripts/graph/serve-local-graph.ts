import type { Logger } from 'pino';
import type { DevIssuer } from '../../gateway/dev-issuer/dev-issuer.ts';
import type { DocumentLimits } from '../../gateway/document/limits.ts';
import type { Shares } from '../../gateway/engine/labels.ts';
import { type Address, createGateway } from '../../gateway/gateway.ts';
import type { Identity } from '../../gateway/identity.ts';
import type { ObserverOptions } from '../../gateway/observe/observer.ts';
import type { Planning } from '../../gateway/planning/planner.ts';
import { readSampleOperations } from '../../gateway/sample-operations.ts';
import type { DatabaseUrls } from './databases.ts';
import { openLocalFollowings } from './local-followings.ts';
import { type LocalGraph, openLocalGraph } from './local-subgraphs.ts';

export type LocalGraphOptions = {
  readonly urls: DatabaseUrls;
  readonly address: Address;
  readonly corsOrigins: readonly string[];
  readonly identity: Identity;
  readonly limits: DocumentLimits;
  readonly overrideLabels: Shares;
  readonly devIssuer: DevIssuer | null;
  readonly planning: Planning;
  /** Its file. */
  readonly supergraph: string;
  readonly observe: ObserverOptions;
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
  const { logger, identity, devIssuer, corsOrigins, limits } = options;
  const graph = await openLocalGraph(options.urls, logger, clock);
  const following = await openLocalFollowings({ urls: options.urls, log: logger });
  const gateway = await createGateway({
    supergraph: { file: options.supergraph, watch: { everyMs: WATCH_EVERY_MS } },
    transport: { kind: 'local', subgraphs: graph.subgraphs },
    identity,
    devIssuer,
    graphiql: { operations: readSampleOperations('schema/operations') },
    corsOrigins,
    limits,
    overrideLabels: options.overrideLabels,
    ready: () => allAnswer(graph),
    log: logger,
    observe: options.observe,
    planning: options.planning,
  });
  const url = await gateway.listen(options.address);
  for (const each of following.followings) each.start();
  return {
    url,
    async close() {
      await following.close();
      await gateway.close();
      await graph.close();
    },
  };
}
