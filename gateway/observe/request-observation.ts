import type { GraphQLFormattedError } from 'graphql';
import type { Actor } from '../../platform/actor.ts';
import type { ErrorCode } from '../../platform/errors.ts';
import { codeOf } from '../format-error.ts';
import type { FetchOutcome, ObservedOperation } from './ended.ts';
import { FetchObservation } from './fetch-observation.ts';
import type { Metrics } from './metrics.ts';
import type { NameOf } from './operation-names.ts';
import type { RequestLog } from './request-log.ts';
import { serverTiming, tenths } from './server-timing.ts';
import { readTraceparent, writeTraceparent } from './trace-context.ts';
import type { RequestTrace } from './tracing.ts';

type Watch = {
  readonly metrics: Metrics;
  readonly requestLog: RequestLog | null;
  readonly nameOf: NameOf;
};

/** One request from when it was read. Classes, here and for its fetches: closures would be made for each request. */
export class RequestObservation {
  readonly #watch: Watch;
  readonly #id: string;
  readonly #trace: RequestTrace | null;
  readonly #passed: string | null;
  readonly #began = performance.now();
  #planMs: number | null = null;
  #subgraphMs = 0;
  #role: Actor['role'] = 'PUBLIC';
  #operation: ObservedOperation | null = null;
  #codes: readonly ErrorCode[] = NONE;

  constructor(
    watch: Watch,
    id: string,
    traceparent: string | undefined,
    trace: RequestTrace | null,
  ) {
    this.#watch = watch;
    this.#id = id;
    this.#trace = trace;
    this.#passed = trace || traceparent === undefined ? null : passed(traceparent);
    watch.metrics.underWay.count += 1;
  }

  askedBy(role: Actor['role']): void {
    this.#role = role;
  }

  /** It is an operation, and is executed. */
  isOf(operation: ObservedOperation): void {
    this.#operation = operation;
  }

  /** Its answer has these errors. */
  failed(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[]): void {
    this.#codes = errors.map(codeOf);
  }

  /** It waited so long until its operation was planned and compiled, just now. */
  planned(ms: number): void {
    this.#planMs = (this.#planMs ?? 0) + ms;
    this.#watch.metrics.planning.observe(ms);
    this.#trace?.planned(ms);
  }

  /** A subgraph is asked. */
  fetch(subgraph: string): FetchObservation {
    const trace = this.#trace?.fetch(subgraph) ?? null;
    return new FetchObservation(this, subgraph, trace, trace?.traceparent ?? this.#passed);
  }

  /** What {@link FetchObservation.ended} tells. */
  fetched(subgraph: string, outcome: FetchOutcome, ms: number): void {
    this.#subgraphMs += ms;
    this.#watch.metrics.fetches.of(subgraph, outcome).observe(ms);
  }

  /** It is answered, with this HTTP status: to be called once. Gives the answer's `server-timing`. */
  end(status: number): string {
    const { metrics, requestLog, nameOf } = this.#watch;
    const ms = performance.now() - this.#began;
    const total = tenths(ms);
    const operation = this.#operation;
    const ended = { status, role: this.#role, operation, codes: this.#codes };
    metrics.underWay.count -= 1;
    metrics.requests.of(String(status), operation?.kind ?? 'none').observe(ms);
    if (operation) metrics.operations.of(nameOf(operation.name, this.#role)).observe(ms);
    for (const code of this.#codes) metrics.errors.of(code).add();
    requestLog?.request(this.#id, total, ended);
    this.#trace?.end(this.#id, ended);
    return serverTiming({ total, plan: this.#planMs, subgraphs: this.#subgraphMs });
  }
}

const NONE: readonly ErrorCode[] = [];

/** The caller's own, where it is one: another goes no further. */
function passed(traceparent: string): string | null {
  const context = readTraceparent(traceparent);
  return context && writeTraceparent(context);
}
