import type { FastifyInstance } from 'fastify';

/** Metrics for Prometheus at `/metrics`. */
export function registerMetrics(app: FastifyInstance, text: () => string | Promise<string>): void {
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await text()),
  );
}
