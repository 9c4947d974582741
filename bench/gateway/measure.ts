import { median } from '../rounds.ts';
import { type Contender, GATEWAY_CORE } from './contenders.ts';
import { coreTimes, usedBetween } from './cores.ts';
import type { SendLoad } from './load.ts';
import type { Work } from './work/work.ts';

/** The load and the subgraphs. */
export const LOAD_CORE = 1;

export type Round = {
  /** Requests a second. */
  readonly throughput: number;
  /** Milliseconds of the gateway's processor time for one request. */
  readonly cpuMs: number;
  /** How much of its core the gateway had, 0 to 1: where it is not near 1, something else was waited for. */
  readonly gatewayCpu: number;
  /** How much of its core everything had, and of the load's. Null where the system does not tell. */
  readonly gatewayCore: number | null;
  readonly loadCore: number | null;
  /** Requests to subgraphs for one of the gateway. */
  readonly fetches: number;
  /** Milliseconds, under load. */
  readonly p50: number;
  readonly p99: number;
};
export type Spread = { readonly median: number; readonly min: number; readonly max: number };
export type Row = {
  readonly name: string;
  readonly throughput: Spread;
  /** To the first contender's, round by round. */
  readonly ratio: Spread;
  readonly cpuMs: Spread;
  /** The first contender's processor time for a request, over this one's. */
  readonly cpuRatio: Spread;
  readonly rounds: readonly Round[];
};

export type Bench = {
  readonly send: SendLoad;
  /** Of a round, at least. */
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  /** How many requests the subgraphs have had. */
  readonly asked: () => Promise<number>;
  readonly say: (text: string) => void;
};

/** One gateway's part of a round. */
type Turn = Pick<Contender, 'name' | 'server'> & { readonly work: Work; readonly seconds: number };

async function round(bench: Bench, turn: Turn): Promise<Round> {
  const { send, asked } = bench;
  const { name, server, work, seconds } = turn;
  const cores = () => [coreTimes(GATEWAY_CORE), coreTimes(LOAD_CORE)] as const;
  const [askedBefore, cpuBefore, coresBefore] = [await asked(), server.cpuSeconds(), cores()];
  const load = await send(work, server.url, seconds);
  const [coresAfter, cpu] = [cores(), server.cpuSeconds() - cpuBefore];
  if (load.failed > 0) throw new Error(`${name} failed ${load.failed} requests of "${work.name}".`);
  return {
    throughput: load.requests / load.seconds,
    cpuMs: (cpu * 1000) / load.requests,
    gatewayCpu: cpu / load.seconds,
    gatewayCore: usedBetween(coresBefore[0], coresAfter[0]),
    loadCore: usedBetween(coresBefore[1], coresAfter[1]),
    fetches: ((await asked()) - askedBefore) / load.requests,
    p50: load.p50,
    p99: load.p99,
  };
}

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/**
 * What was not answered when a round ends is lost, which would be much of a short round of a slow gateway: it gets
 * a longer one.
 */
const ANSWERS_PER_CONNECTION = 20;
const LONGEST = 4;

function secondsFor({ seconds, connections }: Bench, { throughput }: Round): number {
  const enough = Math.ceil((ANSWERS_PER_CONNECTION * connections) / Math.max(throughput, 1));
  return Math.min(Math.max(seconds, enough), LONGEST * seconds);
}

/** Answers take long at first. What this measures does not count, but for how long the rounds shall be. */
async function warmUp(bench: Bench, { name, server }: Contender, work: Work): Promise<Turn> {
  const turn = { name, server, work, seconds: bench.seconds };
  return { ...turn, seconds: secondsFor(bench, await round(bench, turn)) };
}

async function countedRound(bench: Bench, turn: Turn): Promise<Round> {
  const taken = await round(bench, turn);
  if (taken.throughput > 0) return taken;
  throw new Error(`${turn.name} answered nothing in ${turn.seconds} s. Give --seconds more.`);
}

/** All in turn, round after round. */
export async function measureWork(
  bench: Bench,
  contenders: readonly Contender[],
  work: Work,
): Promise<Row[]> {
  const turns: Turn[] = [];
  for (const contender of contenders) turns.push(await warmUp(bench, contender, work));
  const taken: Round[][] = turns.map(() => []);
  for (let done = 0; done < bench.rounds; done += 1) {
    bench.say(`${work.name}, round ${done + 1} of ${bench.rounds}`);
    for (const [at, turn] of turns.entries()) taken[at]?.push(await countedRound(bench, turn));
  }
  const first = taken[0] ?? [];
  return contenders.map(({ name }, at) => {
    const rounds = taken[at] ?? [];
    const pairs = rounds.flatMap((own, index) => {
      const other = first[index];
      return other ? [{ own, other }] : [];
    });
    return {
      name,
      throughput: spread(rounds.map((one) => one.throughput)),
      ratio: spread(pairs.map(({ own, other }) => own.throughput / other.throughput)),
      cpuMs: spread(rounds.map((one) => one.cpuMs)),
      cpuRatio: spread(pairs.map(({ own, other }) => other.cpuMs / own.cpuMs)),
      rounds,
    };
  });
}
