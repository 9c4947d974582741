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
  readonly seconds: number;
  readonly rounds: number;
  /** How many requests the subgraphs have had. */
  readonly asked: () => Promise<number>;
  readonly say: (text: string) => void;
};

async function round(bench: Bench, { name, server }: Contender, work: Work): Promise<Round> {
  const { send, seconds, asked } = bench;
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

async function countedRound(bench: Bench, contender: Contender, work: Work): Promise<Round> {
  const taken = await round(bench, contender, work);
  if (taken.throughput > 0) return taken;
  throw new Error(`${contender.name} answered nothing in ${bench.seconds} s. Give --seconds more.`);
}

/** All in turn, round after round, after one round of each that does not count. */
export async function measureWork(
  bench: Bench,
  contenders: readonly Contender[],
  work: Work,
): Promise<Row[]> {
  const taken: Round[][] = contenders.map(() => []);
  for (const contender of contenders) await round(bench, contender, work);
  for (let done = 0; done < bench.rounds; done += 1) {
    bench.say(`${work.name}, round ${done + 1} of ${bench.rounds}`);
    for (const [at, contender] of contenders.entries())
      taken[at]?.push(await countedRound(bench, contender, work));
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
