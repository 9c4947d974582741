import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { inheritedEnv } from '../platform/env.ts';
import { cpuSecondsOf } from './cpu.ts';

/** The same for every server that is measured. */
export const NODE_FLAGS = ['--max-semi-space-size=64'];
/** Runs a file of ours as it is shipped: built. */
export const RUNNER = join(import.meta.dirname, '..', 'scripts', 'run.mjs');

export type Server = {
  readonly name: string;
  readonly url: string;
  cpuSeconds(): number;
  /** Ends it at once. */
  stop(): Promise<void>;
  /** Lets it end by itself: one that is profiled writes its profile then. */
  close(): Promise<void>;
};
export type ServerSpec = {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  /** For Node, beside those that every server has. */
  readonly flags?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The core that it alone may use. */
  readonly core?: number;
};
/** A server that may be no file of ours, and no Node. */
export type ProgramSpec = {
  readonly name: string;
  readonly command: (port: number) => readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly core?: number | undefined;
  /** What it writes to its standard output when it can be asked. */
  readonly says?: RegExp | undefined;
};

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

const READY = /ready|answers/;

async function untilReady(child: ChildProcess, name: string, says: RegExp): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code} before it was ready.`);
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (says.test(chunk.toString())) resolve();
    });
  });
  await Promise.race([ready, ended]);
}

/** Starts a server as a process of its own, pinned to one core where the system can. */
export async function startServer(spec: ServerSpec): Promise<Server> {
  const { name, file, args = [], flags = [], env, core } = spec;
  const command = () => [process.execPath, ...NODE_FLAGS, ...flags, RUNNER, file, ...args];
  return await startProgram({ name, command, env, core });
}

const running = new Set<ChildProcess>();
/** Nothing outlives the bench, however it ends. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const canPin = (): boolean => !spawnSync('taskset', ['--version']).error;

/** The same for any program. */
export async function startProgram(spec: ProgramSpec): Promise<Server> {
  const { name, command, env, core, says = READY } = spec;
  const port = await freePort();
  const pin = core !== undefined && canPin() ? ['taskset', '-c', String(core)] : [];
  const [program = '', ...rest] = [...pin, ...command(port)];
  const child = spawn(program, rest, {
    env: { ...inheritedEnv(), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await untilReady(child, name, says);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    stop: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  };
}

/**
 * Keeps this process, and all it starts that is not pinned elsewhere, on one core: the load and PostgreSQL
 * stay off the core of the server that is measured. Does nothing where the system has no `taskset`.
 */
export function pinSelf(core: number): void {
  spawnSync('taskset', ['-a', '-c', '-p', String(core), String(process.pid)]);
}
