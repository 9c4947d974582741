import { countersBy } from './counter.ts';
import { gauge, gaugeBy } from './gauge.ts';
import { histogram, histogramsBy } from './histogram.ts';
import { type Metric, textOf } from './metric.ts';
import { createProcessMetrics } from './process-metrics.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** Everything that `/metrics` shows. `docs/operations.md` lists it. */
export function createMetrics() {
  const requests = histogramsBy(
    'gateway_request_duration_seconds',
    'GraphQL requests, by HTTP status and kind of operation.',
    ['status', 'kind'],
  );
  const operations = histogramsBy(
    'gateway_operation_duration_seconds',
    'Operations by name; a bounded number of names.',
    ['operation'],
  );
  const fetches = histogramsBy(
    'gateway_subgraph_fetch_duration_seconds',
    'Fetches, by subgraph and what became of them.',
    ['subgraph', 'outcome'],
  );
  const planning = histogram(
    'gateway_plan_duration_seconds',
    'Waits for an operation to be planned and compiled; one that is known has none.',
  );
  const errors = countersBy('gateway_errors_total', 'Errors in answers, by code.', 'code');
  const retries = countersBy('gateway_subgraph_retries_total', 'Fetches made again.', 'subgraph');
  const underWay = { count: 0 };
  const breakers = new Map<string, number>();
  const ofProcess = createProcessMetrics();
  const all: Metric[] = [
    requests,
    operations,
    fetches,
    planning,
    errors,
    retries,
    gaugeBy(
      'gateway_subgraph_breaker_open',
      'Whether it failed too often and is left alone.',
      'subgraph',
      () => breakers,
    ),
    gauge('gateway_requests_in_flight', 'Requests under way.', () => underWay.count),
    ...ofProcess.metrics,
  ];

  return {
    requests,
    operations,
    fetches,
    planning,
    errors,
    underWay,
    retried: (subgraph: string) => retries.of(subgraph).add(),
    left: (subgraph: string, isAlone: boolean) => void breakers.set(subgraph, Number(isAlone)),
    watchDocuments(read: () => number) {
      all.push(gauge('gateway_documents_kept', 'Documents that need not be read again.', read));
    },
    text: () => textOf(all),
    stop: () => ofProcess.stop(),
  };
}
