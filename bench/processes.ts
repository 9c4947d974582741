import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { inheritedEnv } from '../platform/env.ts';
import { cpuSecondsOf } from './cpu.ts';

/** The same for every server that is measured. */
const NODE_FLAGS = ['--max-semi-space-size=64', '--import', 'tsx'];

export type Server = {
  readonly name: string;
  readonly url: string;
  cpuSeconds(): number;
  stop(): Promise<void>;
};
export type ServerSpec = {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The core that it alone may use. */
  readonly core?: number;
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

async function untilReady(child: ChildProcess, name: string): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code} before it was ready.`);
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (/ready|answers/.test(chunk.toString())) resolve();
    });
  });
  await Promise.race([ready, ended]);
}

/** Starts a server as a process of its own, pinned to one core where the system can. */
export async function startServer({
  name,
  file,
  args = [],
  env,
  core,
}: ServerSpec): Promise<Server> {
  const port = await freePort();
  const command = [process.execPath, ...NODE_FLAGS, file, ...args];
  const pinned = core === undefined ? command : ['taskset', '-c', String(core), ...command];
  const [program = '', ...rest] = pinned;
  const child = spawn(program, rest, {
    env: { ...inheritedEnv(), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await untilReady(child, name);
  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit').catch(() => {});
    },
  };
}

/**
 * Keeps this process, and all it starts that is not pinned elsewhere, on one core: the load and PostgreSQL
 * stay off the core of the server that is measured. Does nothing where the system has no `taskset`.
 */
export function pinSelf(core: number): void {
  spawnSync('taskset', ['-a', '-c', '-p', String(core), String(process.pid)]);
}
