import cluster, { type Address, type Worker } from 'node:cluster';
import { once } from 'node:events';
import { StartupError } from '../../platform/startup-error.ts';

/** Longer than a gateway takes to end what is under way. */
const STOP_WITHIN_MS = 30_000;

export type Listening = { readonly worker: Worker; readonly address: Address };

/** Starts this very program again, as a worker; it is there when it listens. */
export function startWorker(): Promise<Listening> {
  const worker = cluster.fork();
  return new Promise((resolve, reject) => {
    worker.once('listening', (address: Address) => resolve({ worker, address }));
    worker.once('exit', (code: number, signal: string | null) =>
      reject(
        new StartupError(`A worker of the gateway did not start: it ended with ${signal ?? code}.`),
      ),
    );
  });
}

/** Asks a worker to end as SIGTERM asks the gateway; one that does not is killed. */
export async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  const cut = setTimeout(() => worker.process.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(cut);
}
