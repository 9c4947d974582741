import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../startup-error.ts';
import type { Binaries } from './binaries.ts';
import type { Endpoint } from './endpoint.ts';
import { stopOnExit } from './exit-hooks.ts';
import type { Place } from './place.ts';
import { postmasterFile, readPostmaster } from './postmaster-file.ts';
import { asArguments } from './settings.ts';

const POLL_MS = 10;
const FAST_STOP_MS = 30_000;
const LAST_STOP_MS = 10_000;

export type Server = { stop(): Promise<void> };
type Launch = { readonly place: Place; readonly binaries: Binaries; readonly endpoint: Endpoint };

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
const logFile = (home: string) => join(home, 'postgres.log');

/**
 * In a session of its own: Ctrl-C reaches the whole foreground group, and the application still has to
 * drain. Its log goes to a file, for a pipe nobody reads would block it.
 */
function spawnServer({ place, binaries, endpoint }: Launch): ChildProcess {
  const log = openSync(logFile(place.home), 'w', 0o600);
  try {
    return spawn(binaries.postgres, ['-D', place.cluster, ...asArguments(endpoint.settings)], {
      ...place.account,
      cwd: dirname(binaries.postgres),
      env: { LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
  } finally {
    closeSync(log);
  }
}

function askToStop(child: ChildProcess, { place, binaries }: Launch): void {
  if (process.platform !== 'win32') child.kill('SIGINT');
  else
    execFileSync(binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast'], { stdio: 'ignore' });
}

/** For exit hooks, where no promise runs any more: blocks until the server has removed its file. */
function stopNow(child: ChildProcess, launch: Launch): void {
  if (hasEnded(child)) return;
  askToStop(child, launch);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const deadline = performance.now() + LAST_STOP_MS;
  while (existsSync(postmasterFile(launch.place.cluster)) && performance.now() < deadline) {
    Atomics.wait(clock, 0, 0, POLL_MS);
  }
}

async function stop(child: ChildProcess, launch: Launch): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS);
  askToStop(child, launch);
  await ended;
  clearTimeout(impatient);
}

async function becomesReady(child: ChildProcess, { place, binaries }: Launch): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (;;) {
    if (failure) {
      throw new StartupError(
        `PostgreSQL cannot be run from "${binaries.postgres}": ${failure.message}.`,
      );
    }
    if (hasEnded(child)) {
      const complaint = readFileSync(logFile(place.home), 'utf8').trim();
      throw new StartupError(`PostgreSQL does not start: ${complaint}`);
    }
    const found = readPostmaster(place.cluster);
    if (found?.pid === child.pid && found?.ready) return;
    await delay(POLL_MS);
  }
}

/** Resolves once connections are accepted. */
export async function startServer(launch: Launch, log: (message: string) => void): Promise<Server> {
  const child = spawnServer(launch);
  const forget = stopOnExit(() => stopNow(child, launch));
  let stopping = false;
  child.once('exit', () => {
    forget();
    if (!stopping) log(`PostgreSQL ended by itself; "${logFile(launch.place.home)}" says why.`);
  });
  await becomesReady(child, launch);
  return {
    async stop() {
      stopping = true;
      await stop(child, launch);
    },
  };
}
