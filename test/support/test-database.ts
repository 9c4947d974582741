import { type Database, openDatabase } from '../../platform/database.ts';
import type { SubgraphName } from '../../platform/subgraph.ts';
import { migratedTemplate } from './migrated-template.ts';
import { copyDatabase, dropDatabases, urlOf } from './run-databases.ts';

/** How long the first database of a run may take, on a machine that does other things too. */
export const DATABASE_TIMEOUT = 60_000;

export type TestDatabases = {
  /** An empty database of a subgraph, migrated. */
  create(subgraph: SubgraphName): Promise<Database>;
  /** Closes every database that was created, and drops it. */
  stop(): Promise<void>;
};

/** Databases of a test file's own, in the run's PostgreSQL. */
export async function startTestDatabases(): Promise<TestDatabases> {
  const open: Database[] = [];
  const names: string[] = [];
  return {
    async create(subgraph) {
      const name = await copyDatabase(await migratedTemplate(subgraph));
      names.push(name);
      const database = openDatabase(urlOf(name));
      open.push(database);
      return database;
    },
    async stop() {
      await Promise.all(open.map((database) => database.close()));
      await dropDatabases(names);
    },
  };
}
