import type { FetchOutcome } from './ended.ts';
import type { FetchTrace } from './tracing.ts';

/** The request that a fetch is for. */
type Asker = { fetched(subgraph: string, outcome: FetchOutcome, ms: number): void };

/** One fetch that is under way. */
export class FetchObservation {
  /** What the subgraph is told of the trace; null for nothing. */
  readonly traceparent: string | null;
  readonly #request: Asker;
  readonly #subgraph: string;
  readonly #trace: FetchTrace | null;
  readonly #began = performance.now();

  constructor(
    request: Asker,
    subgraph: string,
    trace: FetchTrace | null,
    traceparent: string | null,
  ) {
    this.#request = request;
    this.#subgraph = subgraph;
    this.#trace = trace;
    this.traceparent = traceparent;
  }

  /** To be called once. */
  ended(outcome: FetchOutcome): void {
    this.#request.fetched(this.#subgraph, outcome, performance.now() - this.#began);
    this.#trace?.end(outcome);
  }
}
