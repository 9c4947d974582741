import pg from 'pg';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';
import type { DatabaseUrls } from '../../scripts/graph/databases.ts';
import { SMALL_TABLES } from '../../test/federation/query-plans/small-tables.ts';
import { type IsSmall, isListedSmall } from '../../test/federation/query-plans/walk.ts';

export type Connections = Readonly<Record<SubgraphName, pg.Client>>;

/** A table with fewer rows than this is a page or a few hundred: reading it whole is nothing. */
const LARGE_FROM_ROWS = 10_000;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

export const connectAll = async (urls: DatabaseUrls): Promise<Connections> => ({
  'schools-and-network': await connect(urls.schools),
  'employers-and-sites': await connect(urls.employers),
  'students-and-mycap': await connect(urls.students),
  placements: await connect(urls.placements),
});

export async function endAll(clients: Connections): Promise<void> {
  await Promise.all(SUBGRAPHS.map((name) => clients[name].end()));
}

const LARGE = `select relname as name from pg_class
  where relkind = 'r' and relnamespace = current_schema()::regnamespace and reltuples >= $1`;

/** Which tables are large here; a table that is listed as small and is not makes it fail. */
export async function readSmallTables(clients: Connections): Promise<IsSmall> {
  const large = new Map<SubgraphName, readonly string[]>();
  for (const name of SUBGRAPHS) {
    const { rows } = await clients[name].query<{ name: string }>(LARGE, [LARGE_FROM_ROWS]);
    large.set(
      name,
      rows.map((row) => row.name),
    );
    const wrong = rows.find((row) => isListedSmall(name, row.name));
    if (wrong)
      throw new Error(
        `"${wrong.name}" of ${name} has ${LARGE_FROM_ROWS} rows or more; take it off the list of ${SMALL_TABLES[name].length} small tables.`,
      );
  }
  return (subgraph, table) => !large.get(subgraph)?.includes(table);
}
