import cluster, { type Address, type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf } from '../../platform/reason-of.ts';
import type { Log } from '../log.ts';
import { createBackoff } from './backoff.ts';
import { answerForMetrics } from './primary-metrics.ts';
import { startWorker, stopWorker } from './worker-process.ts';

export type ClusterOptions = {
  readonly workers: number;
  readonly log: Log;
};

/** Workers that answer at one port. They share nothing but that: each has its own memory, and dies alone. */
export type Cluster = {
  readonly address: Address;
  /** Replaces the workers one after another: the next one listens before the last one drains. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts workers of this very program. The first one starts alone, so that what keeps all from starting is
 * said once; from then on a worker that ends by itself is replaced.
 */
export async function startCluster({ workers: count, log }: ClusterOptions): Promise<Cluster> {
  /** The worker of now, by seat: a seat keeps its number whoever sits in it. */
  const seats = new Map<number, Worker>();
  const backoffs = new Map<number, ReturnType<typeof createBackoff>>();
  let closing = false;
  let restarting = Promise.resolve();

  function sit(seat: number, worker: Worker): void {
    seats.set(seat, worker);
    const since = performance.now();
    worker.once('exit', (code: number, signal: string | null) => {
      if (closing || seats.get(seat) !== worker) return;
      seats.delete(seat);
      log.error({ worker: seat, code, signal }, 'A worker ended by itself; it is replaced.');
      void refill(seat, performance.now() - since);
    });
  }

  /** Tries until the seat is taken, by us or by a restart meanwhile. */
  async function refill(seat: number, lived: number): Promise<void> {
    const backoff = backoffs.get(seat) ?? createBackoff();
    backoffs.set(seat, backoff);
    await delay(backoff(lived));
    if (closing || seats.has(seat)) return;
    try {
      const { worker } = await startWorker();
      if (seats.has(seat)) await stopWorker(worker);
      else sit(seat, worker);
    } catch (error) {
      if (!closing)
        log.error({ worker: seat, reason: reasonOf(error) }, 'A worker did not start; another is.');
      await refill(seat, 0);
    }
  }

  async function replaceAll(): Promise<void> {
    for (let seat = 1; seat <= count && !closing; seat += 1) {
      const { worker } = await startWorker();
      const last = seats.get(seat);
      sit(seat, worker);
      if (last) await stopWorker(last);
    }
    if (!closing) log.info({ workers: count }, 'All workers were replaced.');
  }

  const refused = (error: unknown) =>
    log.error(
      { reason: reasonOf(error) },
      'The workers cannot be replaced: those that answer stay.',
    );

  const first = await startWorker();
  sit(1, first.worker);
  const others = Array.from({ length: count - 1 }, async (_none, index) => {
    sit(index + 2, (await startWorker()).worker);
  });
  await Promise.all(others);
  answerForMetrics(seats);

  return {
    address: first.address,
    restart() {
      restarting = restarting.then(replaceAll).catch(refused);
      return restarting;
    },
    async close() {
      closing = true;
      const all = Object.values(cluster.workers ?? {});
      await Promise.all(all.map((worker) => worker && stopWorker(worker)));
    },
  };
}
