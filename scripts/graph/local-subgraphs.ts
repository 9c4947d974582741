import type { Logger } from 'pino';
import { type Database, openDatabase } from '../../platform/database.ts';
import { createLocalSubgraph } from '../../platform/graphql/local-subgraph.ts';
import type { LocalSubgraph } from '../../platform/subgraph.ts';
import type { DatabaseUrls } from './databases.ts';
import { PARTS } from './parts.ts';

export type LocalGraph = {
  readonly subgraphs: ReadonlyMap<string, LocalSubgraph>;
  readonly databases: readonly Database[];
  close(): Promise<void>;
};

/** All four subgraphs in this process, each over its own database. */
export async function openLocalGraph(
  urls: DatabaseUrls,
  logger: Pick<Logger, 'error'>,
  clock: () => Date,
): Promise<LocalGraph> {
  const opened = await Promise.all(
    PARTS.map(async ({ name, database: which, load }) => {
      const create = await load();
      const database = openDatabase(urls[which]);
      const parts = create(
        database,
        (error, where) => logger.error({ ...where, subgraph: name, err: error }),
        clock,
      );
      return { database, subgraph: createLocalSubgraph(parts) };
    }),
  );
  return {
    subgraphs: new Map(opened.map(({ subgraph }) => [subgraph.name, subgraph])),
    databases: opened.map(({ database }) => database),
    close: async () => {
      await Promise.all(opened.map(({ database }) => database.close()));
    },
  };
}
