import { readdirSync, readlinkSync } from 'node:fs';
import { z } from 'zod';
import { inspectProcess, type Thread } from './inspector.ts';

const usage = z.object({ usedSize: z.number() });

/** Bytes that are used once all garbage is collected. Of a thread that has just ended, none. */
async function usedBy({ ask }: Thread): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  await ask('HeapProfiler.collectGarbage');
  const used = usage.safeParse(await ask('Runtime.getHeapUsage'));
  return used.success ? used.data.usedSize : 0;
}

/** The heaps of another process: of its main thread, and of all others together. */
export async function inspectHeap(said: string) {
  const { main, workers, close } = await inspectProcess(said);
  return {
    used: async () => ({
      heap: await usedBy(main),
      threads: (await Promise.all(workers().map(usedBy))).reduce((sum, one) => sum + one, 0),
    }),
    close,
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
