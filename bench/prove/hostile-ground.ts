import { fork } from 'node:child_process';
import { once } from 'node:events';
import { subgraphKey } from '../../platform/actor-token.ts';
import { inheritedEnv } from '../../platform/env.ts';
import { createHttpSubgraph } from '../../platform/graphql/http-subgraph.ts';
import { asking, SECRET_OF_THE_GATEWAY } from '../../test/gateway/support/gateways.ts';
import { hostileSubgraphs } from '../../test/gateway/support/hostile/graph.ts';
import { NODE_FLAGS, RUNNER } from '../processes.ts';
import type { FromGateway, ToGateway } from './hostile-gateway.ts';

/** The graph's two subgraphs in this process, and how many requests reached them. */
async function serveSubgraphs() {
  const reached = { count: 0 };
  const served = await Promise.all(
    hostileSubgraphs().map(async (parts) => {
      const key = subgraphKey(SECRET_OF_THE_GATEWAY, parts.name);
      const app = await createHttpSubgraph(parts, { key, ready: async () => true });
      app.addHook('onRequest', async () => {
        reached.count += 1;
      });
      return { app, url: `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql` };
    }),
  );
  const [PEOPLE_URL = '', HOURS_URL = ''] = served.map(({ url }) => url);
  const close = async () => void (await Promise.all(served.map(({ app }) => app.close())));
  return { env: { PEOPLE_URL, HOURS_URL }, reached, close };
}

/** A gateway in a process of its own, that tells what each request did to it. */
export async function startHostileGround() {
  const subgraphs = await serveSubgraphs();
  const child = fork(RUNNER, ['bench/prove/hostile-gateway.ts'], {
    execArgv: NODE_FLAGS,
    env: { ...inheritedEnv(), ...subgraphs.env },
  });
  async function next<Key extends string>(key: Key) {
    const messages: unknown[] = await once(child, 'message');
    const message = messages[0] as FromGateway;
    if (!(key in message)) throw new Error(`The gateway told something else than ${key}.`);
    return message as Extract<FromGateway, Readonly<Record<Key, unknown>>>;
  }
  async function say<Key extends string>(message: ToGateway, key: Key) {
    const answer = next(key);
    child.send(message);
    return await answer;
  }
  const { origin } = await next('origin');
  return {
    ask: asking(origin),
    reached: subgraphs.reached,
    watch: () => say('watch', 'watching'),
    block: () => say('block', 'blockMs'),
    memory: () => say('memory', 'heapMb'),
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      await subgraphs.close();
    },
  };
}

export type HostileGround = Awaited<ReturnType<typeof startHostileGround>>;
