import type { FastifyInstance } from 'fastify';

/** Says whether everything that an answer needs is there. A failure means no. */
export function registerHealth(app: FastifyInstance, ready: () => Promise<boolean>): void {
  app.get('/health/live', async () => ({ status: 'live' }));

  app.get('/health/ready', async (_request, reply) => {
    const isReady = await ready().catch(() => false);
    return reply
      .status(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready' });
  });
}
