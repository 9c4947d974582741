import type { LocalSubgraph } from '../../platform/subgraph.ts';
import { withDeadline } from './deadline.ts';
import { SubgraphFailure } from './failure.ts';
import type { Transport } from './transport.ts';

export type LocalSubgraphs = ReadonlyMap<string, Pick<LocalSubgraph, 'execute'>>;

/** Calls subgraphs of this process: no HTTP, no JSON; the actor goes as the object it is. */
export function createLocalTransport(subgraphs: LocalSubgraphs, timeoutMs: number): Transport {
  return {
    async fetch(name, request, vouched, terms) {
      const subgraph = subgraphs.get(name);
      if (!subgraph) throw new SubgraphFailure(name, 'There is no such subgraph in this process.');
      return await withDeadline(name, timeoutMs, terms, () => subgraph.execute(request, vouched));
    },
    async close() {},
  };
}
