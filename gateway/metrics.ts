import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from './graphql-route.ts';

type Counter = { add(labels: string, by?: number): void; lines(): string[] };

function createCounter(name: string, help: string): Counter {
  const values = new Map<string, number>();
  return {
    add: (labels, by = 1) => void values.set(labels, (values.get(labels) ?? 0) + by),
    lines: () => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} counter`,
      ...[...values].map(([labels, value]) => `${name}{${labels}} ${value}`),
    ],
  };
}

/** Of the process, read when asked. */
function processLines(): string[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return [
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${(user + system) / 1e6}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_used_bytes gauge',
    `nodejs_heap_used_bytes ${heapUsed}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime()}`,
  ];
}

export type Metrics = {
  /** Counts a fetch of a subgraph. */
  readonly fetched: (subgraph: string) => void;
  readonly register: (app: FastifyInstance) => void;
};

/** Counters in Prometheus' text format at `/metrics`. */
export function createMetrics(): Metrics {
  const requests = createCounter('gateway_requests_total', 'GraphQL requests, by HTTP status.');
  const seconds = createCounter('gateway_request_seconds_total', 'Time spent in them.');
  const fetches = createCounter('gateway_subgraph_fetches_total', 'Fetches, by subgraph.');

  return {
    fetched: (subgraph) => fetches.add(`subgraph=${JSON.stringify(subgraph)}`),
    register(app) {
      app.addHook('onResponse', async (request, reply) => {
        if (request.routeOptions.url !== GRAPHQL_PATH) return;
        const labels = `status="${reply.statusCode}"`;
        requests.add(labels);
        seconds.add(labels, reply.elapsedTime / 1000);
      });
      app.get('/metrics', (_request, reply) =>
        reply
          .type('text/plain; version=0.0.4')
          .send(
            `${[requests, seconds, fetches].flatMap((counter) => counter.lines()).join('\n')}\n${processLines().join('\n')}\n`,
          ),
      );
    },
  };
}
