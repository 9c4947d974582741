import pg from 'pg';
import { SUBGRAPHS, type SubgraphName } from '../../../platform/subgraph.ts';
import type { DatabaseUrls } from '../../../scripts/graph/databases.ts';

/**
 * A demo as small as a test's is read whole by every sensible plan. Without the ways to do so, PostgreSQL
 * takes an index wherever one fits; where none does, it reads whole all the same. Whether it takes the
 * index of its own accord among 480,000 students is what `npm run prove` sees.
 */
const DENIED = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

export type TakingIndexes = Readonly<Record<SubgraphName, pg.Client>>;

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const setting of DENIED) await client.query(`set ${setting} = off`);
  return client;
}

/** Connections for which PostgreSQL makes its plans with indexes, as far as there are any. */
export const connectTakingIndexes = async (urls: DatabaseUrls): Promise<TakingIndexes> => ({
  'schools-and-network': await connect(urls.schools),
  'employers-and-sites': await connect(urls.employers),
  'students-and-mycap': await connect(urls.students),
  placements: await connect(urls.placements),
});

export async function endAll(clients: TakingIndexes): Promise<void> {
  await Promise.all(SUBGRAPHS.map((name) => clients[name].end()));
}
