import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../startup-error.ts';
import { removeSocketFolder } from './endpoint.ts';
import { postmasterFile, readPostmaster } from './postmaster-file.ts';
import { serves } from './process-identity.ts';

const POLL_MS = 20;
/** Fast: disconnect everyone, write a checkpoint, end. Immediate: end now, and recover at the next start. */
const STOPS = [
  { signal: 'SIGINT', patienceMs: 30_000 },
  { signal: 'SIGQUIT', patienceMs: 10_000 },
] as const;

async function isGone(pid: number, cluster: string, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (serves(pid, cluster)) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

async function stopServer(pid: number, cluster: string): Promise<void> {
  for (const { signal, patienceMs } of STOPS) {
    process.kill(pid, signal);
    if (await isGone(pid, cluster, patienceMs)) return;
  }
  throw new StartupError(
    `PostgreSQL (process ${pid}) of an earlier run does not stop; end it first.`,
  );
}

/**
 * Stops the server that a killed owner left behind, and waits until it is gone. Only the holder of the
 * lock may ask.
 */
export async function stopOrphan(cluster: string, log: (message: string) => void): Promise<void> {
  const found = readPostmaster(cluster);
  if (!found) return;
  if (serves(found.pid, cluster)) {
    log(`Stopping PostgreSQL (process ${found.pid}), which an earlier run left behind.`);
    await stopServer(found.pid, cluster);
  }
  removeSocketFolder(found.socketFolder);
  // A stranger may have its pid by now, which would keep PostgreSQL from starting.
  rmSync(postmasterFile(cluster), { force: true });
}
