import { z } from 'zod';
import { createGateway } from '../../gateway/gateway.ts';
import { everybodyIsPublic } from '../../gateway/identity.ts';
import { createPlanningThread } from '../../gateway/planning/planning-thread.ts';
import { readEnv } from '../../platform/env.ts';
import { SECRET_OF_THE_GATEWAY } from '../../test/gateway/support/gateways.ts';
import { hostileSupergraph } from '../../test/gateway/support/hostile/graph.ts';
import { createLoopWatch, type Hold } from './loop-hold.ts';
import { inspectOwnHeaps } from './own-heaps.ts';

/** What the gateway is told by who started it. */
export type ToGateway = 'watch' | 'block' | 'memory';
export type FromGateway =
  | { readonly origin: string }
  | { readonly watching: true }
  /** Since it began to watch. */
  | Hold
  /** After a collection; planning is the heap of its thread. */
  | { readonly heapMb: number; readonly planningMb: number; readonly rssMb: number };

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

const loop = createLoopWatch();
const heaps = await inspectOwnHeaps();
const send = (message: FromGateway) => process.send?.(message);

async function memory(): Promise<FromGateway> {
  const { own, workers } = await heaps();
  return { heapMb: own / MB, planningMb: workers / MB, rssMb: process.memoryUsage().rss / MB };
}

function watch(): FromGateway {
  loop.begin();
  return { watching: true };
}

type Do = () => FromGateway | Promise<FromGateway>;
const DO: Readonly<Record<ToGateway, Do>> = { watch, block: () => loop.end(), memory };
process.on('message', async (message: ToGateway) => send(await DO[message]()));
process.on('disconnect', () => process.exit(0));
send({ origin: await gateway.listen({ host: '127.0.0.1', port: 0 }) });
