import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { inheritedEnv } from '../../platform/env.ts';
import { stopOnExit } from '../../platform/postgres/exit-hooks.ts';
import { ROOT } from './compose-file.ts';

/** Variables of the person who runs the tests do not decide them. */
const OURS =
  /^(PORT|HOST|DATA_DIR|CORS_ORIGINS|DEV_ISSUER|OIDC_.+|ACTOR_.+|SUPERGRAPH|.+_DATABASE_URL|.+_SUBGRAPH_URL|.+_FEED_URL|(?:.+_)?FEED_KEY|npm_.+)$/;

/** What the scripts of package.json run a program with. */
export const RUNNER = join('scripts', 'run.mjs');

export type Env = Readonly<Record<string, string>>;

/** What a process says, while it says it. */
export type Started = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly said: () => string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** The first match in what it says; fails where it ends before. */
  hear(pattern: RegExp): Promise<RegExpExecArray>;
};

/** In a process group of its own, as a terminal starts one; asked to stop where the tests are stopped. */
export function startProcess(command: string, args: readonly string[], env: Env): Started {
  const inherited = Object.entries(inheritedEnv()).filter(([name]) => !OURS.test(name));
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const pid = child.pid ?? Number.NaN;
  const forget = stopOnExit(() => process.kill(-pid, 'SIGTERM'));
  child.once('exit', forget);
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    child,
    pid,
    said: () => text,
    ended,
    hear: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.once('close', () => reject(new Error(`It ended before ${pattern}:\n${text}`)));
        look();
      }),
  };
}

const npmCli = () => inheritedEnv().npm_execpath;

/** npm as the user types it; under `npm test`, the same npm. */
export function startNpm(args: readonly string[], env: Env): Started {
  const cli = npmCli();
  return cli ? startProcess(process.execPath, [cli, ...args], env) : startProcess('npm', args, env);
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** What names a process: its command, its environment, and for PostgreSQL's own processes their folder. */
const tracesOf = (pid: string) => [
  quietly(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
  quietly(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
  quietly(() => readlinkSync(`/proc/${pid}/cwd`)),
];

/** The commands of the processes that bear this word; those that have ended bear nothing. */
export function processesWith(word: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(tracesOf)
    .filter((traces) => traces.some((trace) => trace.includes(word)))
    .map(([command = '']) => command.replaceAll('\0', ' '));
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
