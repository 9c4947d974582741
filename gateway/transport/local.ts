import type { Vouched } from '../../platform/actor-token.ts';
import type { LocalSubgraph, SubgraphResponse } from '../../platform/subgraph.ts';
import { type Wait, withDeadline } from './deadline.ts';
import { SubgraphFailure } from './failure.ts';
import { createGuard, type GuardLimits, type GuardWatch } from './guard.ts';
import type { FetchRequest, Transport } from './transport.ts';

type Executes = Pick<LocalSubgraph, 'execute'>;
export type LocalSubgraphs = ReadonlyMap<string, Executes>;

export type LocalTransportOptions = {
  readonly subgraphs: LocalSubgraphs;
  readonly timeoutMs: number;
  readonly guardLimits?: GuardLimits | undefined;
  readonly watch?: GuardWatch | undefined;
};

/**
 * Calls subgraphs of this process: no HTTP, no JSON; the actor goes as the object it is. They are guarded as those
 * of other processes are, but that nothing is sent twice: there is no connection that could fail.
 */
export function createLocalTransport(options: LocalTransportOptions): Transport {
  const { subgraphs, timeoutMs, guardLimits, watch } = options;
  const guarded = new Map(
    [...subgraphs].map(([name, subgraph]) => [
      name,
      { subgraph, guard: createGuard(name, guardLimits, watch) },
    ]),
  );
  return {
    async fetch(name, request, vouched, terms) {
      const found = guarded.get(name);
      if (!found) throw new SubgraphFailure(name, 'There is no such subgraph in this process.');
      const { subgraph, guard } = found;
      return await withDeadline(name, timeoutMs, terms, (wait) =>
        guard(terms, turn(wait, subgraph, request, vouched)),
      );
    },
    async close() {},
  };
}

/**
 * What is done when it is its turn, which it never has where nobody waits any more. Nobody can end what a subgraph of this
 * process does: it counts as under way until it is done or late, be its client there or not.
 */
function turn(
  wait: Wait,
  subgraph: Executes,
  request: FetchRequest,
  vouched: Vouched,
): () => Promise<SubgraphResponse> {
  let givenUp: Error | null = null;
  wait.onGivenUp = (why) => {
    givenUp = why;
  };
  return () =>
    new Promise((resolve, reject) => {
      if (givenUp) return reject(givenUp);
      wait.onGivenUp = (why) => {
        if (!(why instanceof SubgraphFailure && why.isClient)) reject(why);
      };
      subgraph.execute(request, vouched).then(resolve, reject);
    });
}
