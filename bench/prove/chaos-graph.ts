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
/** The one that has a mutation. */
export const MUTABLE: Name = 'placements';

/** What each subgraph has: one field, that may be null, named as its first word. */
export const fieldOf = (name: Name): string => name.split('-')[0] ?? '';
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';
/** Asked with another number each time, so that nobody is given what another asked for. */
export const ALL_FIELDS = `query ($number: Int!) { ${CHAOS_SUBGRAPHS.map((name) => `${fieldOf(name)}(number: $number)`).join(' ')} }`;
export const mutationOf = (number: number): string => `mutation { done(number: ${number}) }`;
const NUMBER = /done\(number:\s*(\d+)\)/;

/** Counts how often each mutation reaches it. */
async function startSubgraph(name: Name) {
  const field = fieldOf(name);
  const arrived = new Map<number, number>();
  const { url, close } = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const number = NUMBER.exec(body)?.[1];
    if (number) arrived.set(Number(number), (arrived.get(Number(number)) ?? 0) + 1);
    const data = number ? { done: true } : { [field]: field };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  });
  return { name, close, proxy: await startProxy(new URL(url)), arrived };
}

/** Four subgraphs, each behind a proxy, and a gateway with the deadlines of every gateway. */
export async function startChaosGraph() {
  const subgraphs = await Promise.all(CHAOS_SUBGRAPHS.map(startSubgraph));
  const sdls = CHAOS_SUBGRAPHS.map((name) => {
    const mutation = name === MUTABLE ? 'type Mutation { done(number: Int!): Boolean }' : '';
    return [name, `${LINK} type Query { ${fieldOf(name)}(number: Int!): String } ${mutation}`];
  });
  const running = await startGateway({
    supergraph: { sdl: compose(Object.fromEntries(sdls)) },
    transport: httpTransport(new Map(subgraphs.map(({ name, proxy }) => [name, proxy.url]))),
  });
  return {
    subgraphs,
    ask: running.ask,
    /** How often the mutation of this number was executed. */
    executed: (number: number) =>
      subgraphs.reduce((sum, { arrived }) => sum + (arrived.get(number) ?? 0), 0),
    async close() {
      await running.gateway.close();
      await Promise.all(subgraphs.map(({ proxy }) => proxy.close()));
      await Promise.all(subgraphs.map(({ close }) => close()));
    },
  };
}

export type ChaosGraph = Awaited<ReturnType<typeof startChaosGraph>>;
export type ChaosSubgraph = ChaosGraph['subgraphs'][number];

const FLAP_MS = 200;

/** Down and up again and again, until the signal says that it is over. */
export async function flap(proxy: StartedProxy, over: AbortSignal): Promise<void> {
  const weathers: readonly Weather[] = ['down', 'fair'];
  for (let turn = 0; !over.aborted; turn += 1) {
    await proxy.turn(weathers[turn % weathers.length] ?? 'fair');
    await delay(FLAP_MS);
  }
}
