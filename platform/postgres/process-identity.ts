import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

const STATE = 0;
const START_TIME = 19;

function quietly(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const ask = (pid: number, column: string) =>
  quietly(() =>
    execFileSync('ps', ['-o', `${column}=`, '-p', `${pid}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
  );

/** A process that has ended but was not collected by its parent is not running. */
function linuxStart(pid: number): string | undefined {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  if (!stat || fields[STATE] === 'Z' || fields[STATE] === 'X') return undefined;
  const boot = quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  return `${boot} ${fields[START_TIME]}`;
}

function signalReaches(pid: number): string | undefined {
  return quietly(() => {
    process.kill(pid, 0);
    return 'running';
  });
}

/**
 * When the process began, in words that no later one with the same pid repeats (except on Windows);
 * undefined when it is not running.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStart(pid);
  return process.platform === 'win32' ? signalReaches(pid) : ask(pid, 'lstart') || undefined;
}

/** Whether this pid is the PostgreSQL server of that cluster, not a stranger who got its pid. */
export function serves(pid: number, cluster: string): boolean {
  if (!processStart(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return ask(pid, 'command')?.includes(cluster) ?? false;
  const name = quietly(() => readFileSync(`/proc/${pid}/comm`, 'utf8'));
  const folder = quietly(() => readlinkSync(`/proc/${pid}/cwd`));
  return name?.startsWith('postgres') === true && folder === cluster;
}
