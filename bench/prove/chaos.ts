import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { SUBGRAPH_TIMEOUT_MS } from '../../gateway/limits.ts';
import type { Weather } from '../../test/gateway/support/proxy.ts';
import { CHAOS_CLIENTS, createChaosClients } from './chaos-clients.ts';
import { CHAOS_SUBGRAPHS, type ChaosSubgraph, flap, startChaosGraph } from './chaos-graph.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

export type ChaosOptions = ProofOptions & { readonly rounds: number; readonly isFull: boolean };

const WEATHERS: readonly Weather[] = [
  'down',
  'slow',
  'hangs before the answer',
  'hangs in the answer',
  'resets',
  'cuts the answer',
  'garbage',
  'a hundred megabytes',
  'flapping',
];
const BAD_FOR_MS = 3_000;
/** Until the first that hang are given up, the subgraph is left alone, and what tries it again hangs, too. */
const HANGS_FOR_MS = SUBGRAPH_TIMEOUT_MS + 2_000;
const ANSWERED_WITHIN_MS = SUBGRAPH_TIMEOUT_MS * 1.1;
const RECOVERED_WITHIN_MS = 10_000;
/** In a millisecond. */
const NANOSECONDS = 1e6;

/** Makes the weather bad before one subgraph, for long enough. */
async function trouble({ proxy }: ChaosSubgraph, weather: Weather): Promise<void> {
  const over = new AbortController();
  const flapping = weather === 'flapping' ? flap(proxy, over.signal) : proxy.turn(weather);
  await delay(weather.startsWith('hangs') ? HANGS_FOR_MS : BAD_FOR_MS);
  over.abort();
  await flapping;
  await proxy.mend();
}

type Endured = Awaited<ReturnType<ReturnType<typeof createChaosClients>['untilWhole']>> & {
  readonly victim: string;
};

/** One weather before each subgraph in turn, each time before a gateway that has seen nothing yet. */
async function endure(weather: Weather, rounds: number): Promise<readonly Endured[]> {
  const endured: Endured[] = [];
  for (const index of Array.from({ length: rounds * CHAOS_SUBGRAPHS.length }).keys()) {
    const graph = await startChaosGraph();
    const victim = graph.subgraphs[index % graph.subgraphs.length] as ChaosSubgraph;
    const clients = createChaosClients(graph, victim);
    await trouble(victim, weather);
    endured.push({ victim: victim.name, ...(await clients.untilWhole()) });
    await graph.close();
  }
  return endured;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const most = (numbers: readonly number[]) => Math.round(Math.max(...numbers));

/** Every fault before every subgraph, while clients ask all four at once, with the gateway's own deadlines. */
export async function proveChaos({ rounds, isFull, log }: ChaosOptions): Promise<ProofResult> {
  const failures: string[] = [];
  const found = [];
  for (const weather of WEATHERS) {
    const loop = monitorEventLoopDelay({ resolution: 10 });
    loop.enable();
    const endured = await endure(weather, rounds);
    loop.disable();
    const measured = {
      asked: sum(endured.map(({ asked }) => asked)),
      mutations: sum(endured.map(({ sent }) => sent)),
      slowestMs: most(endured.map(({ slowestMs }) => slowestMs)),
      recoveredMs: most(endured.map(({ recoveredMs }) => recoveredMs)),
      // Where this is long, the machine was busy with something else: it is a part of the times above.
      loopHeldMs: Math.round(loop.max / NANOSECONDS),
    };
    for (const { victim, wrong } of endured)
      failures.push(...wrong.map((what) => `${victim}, ${weather}: ${what}`));
    if (measured.slowestMs > ANSWERED_WITHIN_MS)
      failures.push(`${weather}: an answer took ${measured.slowestMs} ms.`);
    if (measured.recoveredMs > RECOVERED_WITHIN_MS)
      failures.push(`${weather}: it was whole again after ${measured.recoveredMs} ms.`);
    found.push({ weather, ...measured });
    log(`${weather}: ${JSON.stringify(measured)}`);
  }
  return { failures, found: { rounds, clients: CHAOS_CLIENTS, weathers: found }, isFull };
}
