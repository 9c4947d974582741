import { setTimeout as delay } from 'node:timers/promises';
import { type StartedProxy, startProxy, type Weather } from '../../test/gateway/support/proxy.ts';
import { median } from '../rounds.ts';
import {
  createSupergraphFile,
  startFixtureGateway,
  startFixtureSubgraph,
} from './fixture-graph.ts';
import { inspectHeap, socketsOf } from './heap-of.ts';
import { createMixedLoad } from './mixed-load.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

export type SoakOptions = ProofOptions & { readonly minutes: number; readonly isFull: boolean };

const SAMPLES = 20;
/** Until the caches are full. */
const WARM_UP = 0.25;
const WEATHER_LASTS_MS = 2_000;
/** For connections that were cut to be gone. */
const REST_MS = 1_000;
/** What may be more at the end: more than two rests differ by, far less than what a leak adds in a third of the time. */
const MAY_GROW = { share: 0.05, bytes: 3 * 1024 * 1024, sockets: 2 };
const WEATHERS: readonly Weather[] = [
  'fair',
  'slow',
  'resets',
  'fair',
  'hangs before the answer',
  'cuts the answer',
  'fair',
  'hangs in the answer',
  'garbage',
  'flapping',
  'down',
  'a hundred megabytes',
];

type Sample = {
  /** Bytes of the main thread's heap, and of the planning thread's. */
  readonly heap: number;
  readonly threads: number;
  readonly sockets: number;
};

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

/** One weather after another, before one subgraph after the other, until the signal says that it is over. */
async function changeWeather(proxies: readonly StartedProxy[], over: AbortSignal): Promise<void> {
  for (let turn = 0; !over.aborted; turn += 1) {
    const proxy = proxies[turn % proxies.length];
    await proxy?.turn(WEATHERS[turn % WEATHERS.length] ?? 'fair');
    await delay(WEATHER_LASTS_MS);
    await proxy?.turn('fair');
  }
}

/** Whether the last third is as the first was, after the warm-up; medians, for one rest may be unlike the others. */
function failuresIn(samples: readonly Sample[]): readonly string[] {
  const warm = samples.slice(Math.ceil(samples.length * WARM_UP));
  const third = Math.ceil(warm.length / 3);
  const growth = (of: keyof Sample) => {
    const [early, late] = [warm.slice(0, third), warm.slice(-third)].map((some) =>
      median(some.map((sample) => sample[of])),
    );
    return { early: early ?? Number.NaN, grown: (late ?? Number.NaN) - (early ?? Number.NaN) };
  };
  const heapFailures = (of: 'heap' | 'threads', what: string) => {
    const { early, grown } = growth(of);
    const isFlat = grown <= Math.max(early * MAY_GROW.share, MAY_GROW.bytes);
    return isFlat ? [] : [`The heap of ${what} grew by ${Math.round(grown / 1024)} KB.`];
  };
  const { grown: opened } = growth('sockets');
  return [
    ...heapFailures('heap', 'the gateway'),
    ...heapFailures('threads', 'its planning thread'),
    ...(opened <= MAY_GROW.sockets ? [] : [`${opened} more sockets are open.`]),
  ];
}

/** Mixed load with faults and swaps; at rests in between, the heap after GC and the open sockets are flat. */
export async function proveSoak({ minutes, isFull, log }: SoakOptions): Promise<ProofResult> {
  const students = await startFixtureSubgraph('students-and-mycap');
  const placements = await startFixtureSubgraph('placements');
  const proxies = [
    await startProxy(new URL(students.url)),
    await startProxy(new URL(placements.url)),
  ];
  const [first, second] = proxies.map(({ url }) => url);
  const urls = { 'students-and-mycap': first ?? '', placements: second ?? '' };
  const file = createSupergraphFile(urls);
  const gateway = await startFixtureGateway(file, [], { NODE_OPTIONS: '--inspect=127.0.0.1:0' });
  const heap = await inspectHeap(gateway.said());
  const load = createMixedLoad(gateway.origin);
  const samples: Sample[] = [];

  for (let done = 0; done < SAMPLES; done += 1) {
    const over = new AbortController();
    const weather = changeWeather(proxies, over.signal);
    file.write(urls);
    await load.runFor((minutes * 60_000) / SAMPLES);
    over.abort();
    await weather;
    await Promise.all(proxies.map((proxy) => proxy.turn('fair')));
    await delay(REST_MS);
    const sample = { ...(await heap.used()), sockets: socketsOf(gateway.pid) };
    samples.push(sample);
    log(
      `heap ${megabytes(sample.heap)} MB, planning ${megabytes(sample.threads)} MB, ${sample.sockets} sockets; ${load.found().asked} asked`,
    );
  }

  heap.close();
  const code = await gateway.stop();
  await Promise.all([...proxies.map((proxy) => proxy.close()), students.stop(), placements.stop()]);
  file.remove();
  const ended = code === 0 ? [] : [`The gateway ended with ${code}.`];
  return {
    failures: [...failuresIn(samples), ...ended],
    found: { minutes, ...load.found(), samples },
    isFull,
  };
}
