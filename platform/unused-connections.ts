import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Whoever waits for an answer of ours has given it up by then. */
const CUT_MS = 10_000;

/**
 * Lets a stop end. It closes the connections over which nothing came yet: browsers open such ahead of their
 * requests, and Node counts them as busy, so that the close of a server waits for them. What is under way after
 * `cutMs` is cut: of a request that stops in its middle, nobody else looks at the clock once a server closes.
 */
export function closeUnusedConnections(app: FastifyInstance, cutMs = CUT_MS): void {
  const open = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    const cut = setTimeout(() => app.server.closeAllConnections(), cutMs).unref();
    app.server.once('close', () => clearTimeout(cut));
    done();
  });
}
