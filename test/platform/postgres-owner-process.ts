import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

const PROGRAM = join(import.meta.dirname, 'postgres-owner.ts');

/** Starts {@link PROGRAM} in a process group of its own, and waits until its server is ready. */
export async function startOwner(
  dataDir: string,
  ending: 'waits' | 'drains' | 'throws' | 'exits' = 'waits',
) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, dataDir, ending], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const [url] = await once(createInterface(child.stdout), 'line');
  const pid = child.pid ?? Number.NaN;
  return {
    pid,
    url: String(url),
    /** Lets it come to the end it was started with. */
    async finish() {
      child.stdin.end('\n');
      await ended;
    },
    async signal(signal: NodeJS.Signals) {
      process.kill(pid, signal);
      await ended;
    },
    /** As Ctrl-C does: to everyone in the foreground. */
    async signalGroup(signal: NodeJS.Signals) {
      process.kill(-pid, signal);
      await ended;
    },
  };
}

export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
