import type { Database, Statement } from '../../../platform/database.ts';
import { SUBGRAPHS, type SubgraphName } from '../../../platform/subgraph.ts';

/** A statement, and to which subgraph's database it was sent. */
export type Captured = Statement & { readonly subgraph: SubgraphName };

/** Runs `work`, and gives with its result each statement that was sent meanwhile, in order. */
export async function captureStatements<T>(
  databases: Readonly<Record<SubgraphName, Database>>,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly captured: readonly Captured[] }> {
  const captured: Captured[] = [];
  const stops = SUBGRAPHS.map((subgraph) =>
    databases[subgraph].watch((statement) => captured.push({ subgraph, ...statement })),
  );
  try {
    return { result: await work(), captured };
  } finally {
    for (const stop of stops) stop();
  }
}
