import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import { createGateway } from '../../gateway/gateway.ts';
import { everybodyIsPublic } from '../../gateway/identity.ts';
import { createPlanningThread } from '../../gateway/planning/planning-thread.ts';
import { readEnv } from '../../platform/env.ts';
import { SECRET_OF_THE_GATEWAY } from '../../test/gateway/support/gateways.ts';
import { hostileSupergraph } from '../../test/gateway/support/hostile/graph.ts';

/** What the gateway is told by who started it. */
export type ToGateway = 'watch' | 'block' | 'memory';
export type FromGateway =
  | { readonly origin: string }
  | { readonly watching: true }
  /** The longest that its event loop stood still since it began to watch. */
  | { readonly blockMs: number }
  /** After a collection. */
  | { readonly heapMb: number; readonly rssMb: number };

const MB = 1024 * 1024;

/** A gateway before the hostile graph that says how long each document held its event loop. */
const env = readEnv({ PEOPLE_URL: z.url(), HOURS_URL: z.url() });
const quiet = { info() {}, warn() {}, error() {} };
const gateway = await createGateway({
  supergraph: { sdl: hostileSupergraph() },
  transport: {
    kind: 'http',
    secret: SECRET_OF_THE_GATEWAY,
    urls: new Map([
      ['students-and-mycap', env.PEOPLE_URL],
      ['placements', env.HOURS_URL],
    ]),
  },
  identity: everybodyIsPublic,
  devIssuer: null,
  graphiql: null,
  corsOrigins: [],
  ready: async () => true,
  log: quiet,
  planning: createPlanningThread(),
});

const loop = monitorEventLoopDelay({ resolution: 1 });
const send = (message: FromGateway) => process.send?.(message);

function block(): FromGateway {
  loop.disable();
  return { blockMs: loop.max / 1e6 };
}

function memory(): FromGateway {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / MB, rssMb: rss / MB };
}

function watch(): FromGateway {
  loop.reset();
  loop.enable();
  return { watching: true };
}

const DO: Readonly<Record<ToGateway, () => FromGateway>> = { watch, block, memory };
process.on('message', (message: ToGateway) => send(DO[message]()));
process.on('disconnect', () => process.exit(0));
send({ origin: await gateway.listen({ host: '127.0.0.1', port: 0 }) });
