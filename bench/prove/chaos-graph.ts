import { setTimeout as delay } from 'node:timers/promises';
import { compose, httpTransport, startGateway } from '../../test/gateway/support/gateways.ts';
import { type StartedProxy, startProxy, type Weather } from '../../test/gateway/support/proxy.ts';
import { serve } from '../../test/gateway/support/served.ts';

export const CHAOS_SUBGRAPHS = [
  'schools-and-network',
  'employers-and-sites',
  'students-and-mycap',
  'placements',
] as const;
type Name = (typeof CHAOS_SUBGRAPHS)[number];

/** What each subgraph has: one field, that may be null, named as its first word. */
export const fieldOf = (name: Name): string => name.split('-')[0] ?? '';
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';
export const ALL_FIELDS = `{ ${CHAOS_SUBGRAPHS.map(fieldOf).join(' ')} }`;
const MUTATION_ANSWERS = { done: true };

/** Counts the mutations that reach it. */
async function startSubgraph(name: Name) {
  const field = fieldOf(name);
  let executed = 0;
  const { url, close } = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const isMutation = body.includes('mutation');
    if (isMutation) executed += 1;
    const data = isMutation ? MUTATION_ANSWERS : { [field]: field };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  });
  return { name, close, proxy: await startProxy(new URL(url)), executed: () => executed };
}

/** Four subgraphs, each behind a proxy, and a gateway with the deadlines of every gateway. */
export async function startChaosGraph() {
  const subgraphs = await Promise.all(CHAOS_SUBGRAPHS.map(startSubgraph));
  const sdls = CHAOS_SUBGRAPHS.map((name) => {
    const mutation = name === 'placements' ? 'type Mutation { done: Boolean }' : '';
    return [name, `${LINK} type Query { ${fieldOf(name)}: String } ${mutation}`];
  });
  const running = await startGateway({
    supergraph: { sdl: compose(Object.fromEntries(sdls)) },
    transport: httpTransport(new Map(subgraphs.map(({ name, proxy }) => [name, proxy.url]))),
  });
  return {
    subgraphs,
    ask: running.ask,
    async close() {
      await running.gateway.close();
      await Promise.all(subgraphs.map(({ proxy }) => proxy.close()));
      await Promise.all(subgraphs.map(({ close }) => close()));
    },
  };
}

const FLAP_MS = 200;

/** Down and up again and again, until the signal says that it is over. */
export async function flap(proxy: StartedProxy, over: AbortSignal): Promise<void> {
  const weathers: readonly Weather[] = ['down', 'fair'];
  for (let turn = 0; !over.aborted; turn += 1) {
    await proxy.turn(weathers[turn % weathers.length] ?? 'fair');
    await delay(FLAP_MS);
  }
}
