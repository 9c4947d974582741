import type { Vouched } from '../../platform/actor-token.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../platform/subgraph.ts';

/**
 * The way from the gateway to its subgraphs. A subgraph's own errors are part of its response; a
 * subgraph that gives no GraphQL response is a {@link SubgraphFailure}, whatever the way.
 */
export type Transport = {
  fetch(subgraph: string, request: SubgraphRequest, vouched: Vouched): Promise<SubgraphResponse>;
  /** Drops every connection: called when no answer is awaited any more. */
  close(): Promise<void>;
};

/** Told of every fetch as it is sent: for tests that count them, and for metrics. */
export type OnFetch = (subgraph: string, request: SubgraphRequest) => void;

export function observed(transport: Transport, onFetch: OnFetch): Transport {
  return {
    fetch(subgraph, request, vouched) {
      onFetch(subgraph, request);
      return transport.fetch(subgraph, request, vouched);
    },
    close: () => transport.close(),
  };
}
