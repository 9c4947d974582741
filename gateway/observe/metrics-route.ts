import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Metrics for Prometheus at `/metrics`. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text()),
  );
}
