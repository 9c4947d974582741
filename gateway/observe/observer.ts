import { createMetrics, type Metrics } from './metrics.ts';
import { createOperationNames } from './operation-names.ts';
import type { RequestLog } from './request-log.ts';
import { RequestObservation } from './request-observation.ts';
import type { Tracing } from './tracing.ts';

/** What is looked at from outside. */
export type ObserverOptions = {
  /** Null where no requests are logged. */
  readonly requestLog: RequestLog | null;
  /** Null where no spans are made. The caller's `traceparent` goes on to the subgraphs all the same. */
  readonly tracing: Tracing | null;
};

export type Observer = {
  readonly metrics: Metrics;
  /** Each request that begins must end. */
  begin(request: {
    readonly id: string;
    readonly traceparent: string | undefined;
  }): RequestObservation;
  stop(): Promise<void>;
};

/** Sees each request and each fetch once, and tells metrics, traces, log and the client of it. */
export function createObserver({ requestLog, tracing }: ObserverOptions): Observer {
  const metrics = createMetrics();
  const nameOf = createOperationNames();
  const watch = { metrics, requestLog, nameOf };
  return {
    metrics,
    begin: ({ id, traceparent }) =>
      new RequestObservation(watch, id, traceparent, tracing?.begin(traceparent) ?? null),
    async stop() {
      metrics.stop();
      requestLog?.stop();
      await tracing?.stop();
    },
  };
}
