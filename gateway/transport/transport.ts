import type { Vouched } from '../../platform/actor-token.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../platform/subgraph.ts';
import type { RequestObservation } from '../observe/request-observation.ts';
import type { LeaveSignal } from './leaving.ts';

/** How long a fetch may take, and whether it may be made again. */
export type FetchTerms = {
  /** What is told of the fetch; nothing where it is for nobody's request. */
  readonly observation?: RequestObservation | null;
  /** What the subgraph is told of the caller's trace. */
  readonly traceparent?: string | null;
  /** A mutation is sent once, whatever becomes of it. */
  readonly kind: 'query' | 'mutation';
  /** When the client must have its answer, by `performance.now()`. */
  readonly deadline: number;
  /** Aborted when nobody waits for the answer any more. A mutation that was sent goes on. */
  readonly signal: LeaveSignal | null;
};

/** A GraphQL request, or its JSON text beside its query: then the text has the variables. */
export type FetchRequest = SubgraphRequest & { readonly body?: string };

/**
 * The way from the gateway to its subgraphs. A subgraph's own errors are part of its response; a
 * subgraph that gives no GraphQL response is a {@link SubgraphFailure}, whatever the way.
 */
export type Transport = {
  /** Whether it wants requests as text: building the objects that would be written is left out then. */
  readonly readsText?: boolean;
  fetch(
    subgraph: string,
    request: FetchRequest,
    vouched: Vouched,
    terms: FetchTerms,
  ): Promise<SubgraphResponse>;
  /** Drops every connection: called when no answer is awaited any more. */
  close(): Promise<void>;
};

/** Told of every fetch as it is sent: for tests that count them, and for metrics. */
export type OnFetch = (subgraph: string, request: SubgraphRequest) => void;

export function observed(transport: Transport, onFetch: OnFetch): Transport {
  return {
    ...(transport.readsText && { readsText: true }),
    fetch(subgraph, request, vouched, terms) {
      onFetch(subgraph, request);
      return transport.fetch(subgraph, request, vouched, terms);
    },
    close: () => transport.close(),
  };
}
