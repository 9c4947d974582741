import { join } from 'node:path';
import { type Database, openDatabase } from '../../platform/database.ts';
import { migrate } from '../../platform/migrate.ts';
import { startTemporaryPostgres } from '../../platform/postgres/temporary.ts';
import type { SubgraphName } from '../../platform/subgraph.ts';

/** How long the first database of a file may take, on a machine that does other things too. */
export const DATABASE_TIMEOUT = 60_000;

export type TestDatabases = {
  /** An empty database of a subgraph, migrated: a copy of a template, so that a second one is quick. */
  create(subgraph: SubgraphName): Promise<Database>;
  /** Closes every database that was created, and ends the server. */
  stop(): Promise<void>;
};

const migrationsOf = (subgraph: SubgraphName) =>
  join(import.meta.dirname, '..', '..', 'subgraphs', subgraph, 'prisma', 'migrations');

/** A PostgreSQL server of a test file's own. */
export async function startTestDatabases(): Promise<TestDatabases> {
  const postgres = await startTemporaryPostgres();
  const templates = new Map<SubgraphName, Promise<void>>();
  const open: Database[] = [];
  let created = 0;

  const migrateTemplate = async (subgraph: SubgraphName) => {
    await postgres.createDatabase(subgraph);
    await migrate({ url: postgres.url(subgraph), migrationsDir: migrationsOf(subgraph) });
  };

  return {
    async create(subgraph) {
      const template = templates.get(subgraph) ?? migrateTemplate(subgraph);
      templates.set(subgraph, template);
      await template;
      created += 1;
      const name = `${subgraph}-${created}`;
      await postgres.createDatabase(name, subgraph);
      const database = openDatabase(postgres.url(name));
      open.push(database);
      return database;
    },
    async stop() {
      await Promise.all(open.map((database) => database.close()));
      await postgres.stop();
    },
  };
}
