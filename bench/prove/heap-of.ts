import { readdirSync, readlinkSync } from 'node:fs';
import { WebSocket } from 'undici';
import { z } from 'zod';

const LISTENING = /Debugger listening on (ws:\/\/\S+)/;
const heap = z.object({ result: z.object({ usedSize: z.number() }) });

/** The heap of another process, by its inspector; what it says names where that is. */
export async function inspectHeap(said: string) {
  const socket = new WebSocket(LISTENING.exec(said)?.[1] ?? '');
  const waiting = new Map<number, (answer: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer: { readonly id: number } = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let asked = 0;
  const ask = (method: string) =>
    new Promise<unknown>((resolve) => {
      const id = ++asked;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method }));
    });
  return {
    /** Bytes that are used once all garbage is collected. */
    async used(): Promise<number> {
      await ask('HeapProfiler.collectGarbage');
      await ask('HeapProfiler.collectGarbage');
      return heap.parse(await ask('Runtime.getHeapUsage')).result.usedSize;
    },
    close: () => socket.close(),
  };
}

/** How many sockets a process has open. */
export function socketsOf(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((fd) => isSocket(`${folder}/${fd}`)).length;
}

function isSocket(link: string): boolean {
  try {
    return readlinkSync(link).startsWith('socket:');
  } catch {
    return false;
  }
}
