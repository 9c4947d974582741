import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inheritedEnv } from '../../../platform/env.ts';
import { stopOnExit } from '../../../platform/postgres/exit-hooks.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Variables of the person who runs the tests do not decide them. */
const QUIET = [
  'PORT',
  'HOST',
  'DEV_ISSUER',
  'OIDC_ISSUER',
  'ACTOR_TOKEN_SECRET',
  'SUPERGRAPH',
  'OVERRIDE_LABELS',
];

function start(file: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const unset = Object.fromEntries(QUIET.map((name) => [name, '']));
  const child = spawn(process.execPath, [join('scripts', 'run.mjs'), file, ...args], {
    cwd: ROOT,
    env: { ...inheritedEnv(), ...unset, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.once(
    'exit',
    stopOnExit(() => child.kill()),
  );
  return child;
}

/** Runs a script to its end. */
export async function run(script: string, args: readonly string[], env = {}) {
  const child = start(join('scripts', script), args, env);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code: await ended, stdout, stderr };
}

/** Runs a script until it says a URL. `stop` sends SIGTERM, and gives the exit code. */
export const runUntilUrl = (script: string, args: readonly string[], env = {}) =>
  runFileUntilUrl(join('scripts', script), args, env);

/** What is kept of what a process says: a log of every request would fill the memory. */
const KEPT_CHARACTERS = 64 * 1024;

/** Listens to what a process says, without keeping all of it. */
function listenTo(child: ChildProcess, onSaid: (said: string) => void) {
  const counters: { readonly words: string; lines: number }[] = [];
  let [said, rest] = ['', ''];
  const hear = (chunk: Buffer) => {
    said = (said + chunk).slice(-KEPT_CHARACTERS);
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const counter of counters)
      counter.lines += lines.filter((line) => line.includes(counter.words)).length;
    onSaid(said);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    /** The last of what it said. */
    said: () => said,
    /** How many lines with these words it has said from now on. */
    countLines(words: string): () => number {
      const counter = { words, lines: 0 };
      counters.push(counter);
      return () => counter.lines;
    },
  };
}

/** The same of any file of this repository. */
export async function runFileUntilUrl(file: string, args: readonly string[], env = {}) {
  const child = start(file, args, env);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let found: (origin: string) => void = () => {};
  const listening = listenTo(child, (said) => {
    const [, url] = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(said) ?? [];
    if (url) found(url);
  });
  const origin = await new Promise<string>((resolve, reject) => {
    found = resolve;
    child.once('close', () => reject(new Error(`It ended: ${listening.said()}`)));
  });
  return {
    origin,
    pid: child.pid ?? Number.NaN,
    ...listening,
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}
