import { setTimeout as delay } from 'node:timers/promises';
import { SUBGRAPH_TIMEOUT_MS } from '../../gateway/limits.ts';
import type { Answer } from '../../test/gateway/support/gateways.ts';
import type { Weather } from '../../test/gateway/support/proxy.ts';
import { ALL_FIELDS, CHAOS_SUBGRAPHS, fieldOf, flap, startChaosGraph } from './chaos-graph.ts';
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
/** Clients that ask all the while, so that a subgraph in trouble is asked again and again. */
const CLIENTS = 4;
const PAUSE_MS = 50;
const BAD_FOR_MS = 3_000;
/** Longer than a fetch may take, so that those that hang are given up, too. */
const HANGS_FOR_MS = SUBGRAPH_TIMEOUT_MS + 2_000;
const GIVEN_UP_AFTER_MS = 60_000;
const ANSWERED_WITHIN_MS = SUBGRAPH_TIMEOUT_MS * 1.1;
const RECOVERED_WITHIN_MS = 10_000;
const INSIDE = /127\.0\.0\.1|localhost|ECONN|UND_ERR|socket|proxy|at \w+ \(/;

type Graph = Awaited<ReturnType<typeof startChaosGraph>>;
type Subgraph = Graph['subgraphs'][number];

/** What an answer lacks of the other subgraphs' fields, or shows of the inside. */
function wrongIn({ status, data, text }: Answer, victim: Subgraph): string | null {
  if (status !== 200) return `It was answered ${status}.`;
  if (INSIDE.test(text)) return `It shows an inside: ${text}`;
  const given = (data ?? {}) as Readonly<Record<string, unknown>>;
  const lost = CHAOS_SUBGRAPHS.find(
    (name) => name !== victim.name && given[fieldOf(name)] !== fieldOf(name),
  );
  return lost ? `The field of ${lost} is gone: ${text}` : null;
}

/** Asks again and again while one subgraph is in trouble, and until it is whole again. */
async function endure(graph: Graph, victim: Subgraph, weather: Weather) {
  const wrong = new Set<string>();
  let [asked, slowestMs, wholeAt] = [0, 0, 0];
  let fairAt = Number.POSITIVE_INFINITY;

  async function client(): Promise<void> {
    while (wholeAt === 0) {
      const begin = performance.now();
      const answer = await graph.ask(ALL_FIELDS);
      slowestMs = Math.max(slowestMs, performance.now() - begin);
      asked += 1;
      const found = wrongIn(answer, victim);
      if (found) wrong.add(found);
      const isWhole = !answer.errors && begin >= fairAt;
      if (isWhole || begin > fairAt + GIVEN_UP_AFTER_MS) wholeAt = performance.now();
      await delay(PAUSE_MS);
    }
  }

  const clients = Array.from({ length: CLIENTS }, client);
  const over = new AbortController();
  const flapping = weather === 'flapping' ? flap(victim.proxy, over.signal) : null;
  if (!flapping) await victim.proxy.turn(weather);
  const sent = victim.executed();
  const mutations = victim.name === 'placements' ? 1 : 0;
  if (mutations > 0) await graph.ask('mutation { done }');
  await delay(weather.startsWith('hangs') ? HANGS_FOR_MS : BAD_FOR_MS);
  over.abort();
  await flapping;
  await victim.proxy.mend();
  fairAt = performance.now();
  // Somebody new: the others may still wait for what hangs.
  await Promise.all([...clients, client()]);
  if (victim.executed() - sent > mutations) wrong.add('A mutation was executed more than once.');
  return { wrong: [...wrong], asked, slowestMs, recoveredMs: wholeAt - fairAt };
}

/** Every fault before every subgraph, while clients ask all four at once, with the gateway's own deadlines. */
export async function proveChaos({ rounds, isFull, log }: ChaosOptions): Promise<ProofResult> {
  const failures: string[] = [];
  const found = [];
  for (const weather of WEATHERS) {
    let [asked, slowestMs, recoveredMs] = [0, 0, 0];
    for (const index of Array.from({ length: rounds * CHAOS_SUBGRAPHS.length }).keys()) {
      const graph = await startChaosGraph();
      const victim = graph.subgraphs[index % CHAOS_SUBGRAPHS.length] as Subgraph;
      const endured = await endure(graph, victim, weather);
      await graph.close();
      asked += endured.asked;
      slowestMs = Math.max(slowestMs, endured.slowestMs);
      recoveredMs = Math.max(recoveredMs, endured.recoveredMs);
      failures.push(...endured.wrong.map((wrong) => `${victim.name}, ${weather}: ${wrong}`));
    }
    if (slowestMs > ANSWERED_WITHIN_MS)
      failures.push(`${weather}: an answer took ${Math.round(slowestMs)} ms.`);
    if (recoveredMs > RECOVERED_WITHIN_MS)
      failures.push(`${weather}: it was whole again after ${Math.round(recoveredMs)} ms.`);
    const measured = {
      asked,
      slowestMs: Math.round(slowestMs),
      recoveredMs: Math.round(recoveredMs),
    };
    found.push({ weather, ...measured });
    log(`${weather}: ${JSON.stringify(measured)}`);
  }
  return { failures, found: { rounds, clients: CLIENTS, weathers: found }, isFull };
}
