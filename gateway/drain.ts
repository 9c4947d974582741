import { once } from 'node:events';
import { Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { DRAIN_TIMEOUT_MS } from './limits.ts';

export type Drain = {
  readonly hasBegun: () => boolean;
  /** Ends what is under way within a bound, and closes the server. */
  end(): Promise<void>;
};

/**
 * A stop that no client notices. A connection that is idle now may have a request on its way, which a close
 * would lose; so for `lingerMs` the open ones are left to be used once more, and each answer tells its
 * client that this connection closes.
 */
export function createDrain(app: FastifyInstance, lingerMs: number): Drain {
  let begun = false;
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (begun) reply.header('connection', 'close');
    done();
  });
  return {
    hasBegun: () => begun,
    async end() {
      begun = true;
      if (lingerMs > 0 && app.server.listening) await linger(app.server, lingerMs);
      const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_TIMEOUT_MS);
      await app.close();
      clearTimeout(cut);
    },
  };
}

/** Takes no new connection, until none is left or the time is over. */
async function linger(server: Server, ms: number): Promise<void> {
  const left = once(server, 'close');
  // An HTTP server's own close would cut the idle connections at once.
  Server.prototype.close.call(server);
  await Promise.race([left, delay(ms)]);
}
