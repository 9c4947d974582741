import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { gauge } from './gauge.ts';
import type { Metric } from './metric.ts';

/** How often the event loop is looked at. */
const RESOLUTION_MS = 20;
const NS = 1e9;

export type ProcessMetrics = { readonly metrics: readonly Metric[]; stop(): void };

/** Of the process, read when asked; under the names that dashboards for Node know. */
export function createProcessMetrics(): ProcessMetrics {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  return {
    metrics: [
      cpuSeconds,
      gauge('process_resident_memory_bytes', 'Memory.', () => process.memoryUsage.rss()),
      gauge('nodejs_heap_size_used_bytes', 'Heap.', () => process.memoryUsage().heapUsed),
      gauge('process_start_time_seconds', 'When it began, by the clock.', startedAt),
      gauge('nodejs_eventloop_lag_p99_seconds', 'Since it was last asked.', () => p99Of(delay)),
    ],
    stop: () => void delay.disable(),
  };
}

const cpuSeconds: Metric = {
  text() {
    const name = 'process_cpu_seconds_total';
    const { user, system } = process.cpuUsage();
    const samples = [`${name} ${(user + system) / 1e6}`];
    return { name, help: 'CPU time of all threads.', type: 'counter', samples };
  },
};

const startedAt = () => Math.round(performance.timeOrigin / 1000);

/** Beyond the time between two looks. Since the start it would say nothing of now, so that it begins anew. */
function p99Of(delay: IntervalHistogram): number {
  const found = delay.count > 0 ? delay.percentile(99) / NS - RESOLUTION_MS / 1000 : 0;
  delay.reset();
  return Math.max(0, found);
}
