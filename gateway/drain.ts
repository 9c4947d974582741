import { once } from 'node:events';
import { Server } from 'node:net';
import { setTimeout as delay, setImmediate as oneTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** After so many turns without a new connection, none waits. */
const QUIET_TURNS = 3;

export type Drain = {
  readonly hasBegun: () => boolean;
  /** Lets what is under way end, and closes the server; what cuts it is `closeUnusedConnections`. */
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
      await app.close();
    },
  };
}

/** Takes no new connection, until none is left or the time is over. */
async function linger(server: Server, ms: number): Promise<void> {
  await takeThoseThatWait(server, ms);
  const left = once(server, 'close');
  // An HTTP server's own close would cut the idle connections at once.
  Server.prototype.close.call(server);
  await Promise.race([left, delay(ms)]);
}

/** A server takes one connection a turn; those that wait for theirs would be reset when it stops to listen. */
async function takeThoseThatWait(server: Server, ms: number): Promise<void> {
  const end = performance.now() + ms;
  let quietTurns = 0;
  const take = () => {
    quietTurns = 0;
  };
  server.on('connection', take);
  while (quietTurns < QUIET_TURNS && performance.now() < end) {
    quietTurns += 1;
    await oneTurn();
  }
  server.off('connection', take);
}
