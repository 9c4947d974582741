import { migrate } from '../../platform/migrate.ts';
import type { SubgraphName } from '../../platform/subgraph.ts';
import { PARTS } from '../../scripts/graph/parts.ts';
import { EMPTY, makeOnce } from './run-databases.ts';

/** The database to copy for a subgraph's tables without rows. */
export async function migratedTemplate(subgraph: SubgraphName): Promise<string> {
  const part = PARTS.find(({ name }) => name === subgraph);
  if (!part) throw new Error(`There is no subgraph "${subgraph}".`);
  await makeOnce([{ name: subgraph, from: EMPTY }], async (urlOf) => {
    await migrate({ url: urlOf(subgraph), migrationsDir: part.migrationsDir });
  });
  return subgraph;
}
