import { Session } from 'node:inspector/promises';
import { z } from 'zod';

const usage = z.object({ usedSize: z.number() });
const answer = z.object({ id: z.number(), result: z.unknown() });

/** Bytes that are used once all garbage is collected: of the thread that asks, and of its worker threads together. */
export type OwnHeaps = { readonly own: number; readonly workers: number };

/** The heaps of this process, by its inspector: Node 20 tells a worker's to nobody else. */
export async function inspectOwnHeaps(): Promise<() => Promise<OwnHeaps>> {
  const session = new Session();
  session.connect();
  const workers = new Set<string>();
  const waiting = new Map<string, (result: unknown) => void>();
  session.on('NodeWorker.attachedToWorker', ({ params }) => workers.add(params.sessionId));
  session.on('NodeWorker.detachedFromWorker', ({ params: { sessionId } }) => {
    workers.delete(sessionId);
    // What it was asked is never answered.
    for (const [key, settle] of waiting) if (key.startsWith(`${sessionId} `)) settle(null);
  });
  session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) => {
    const said = answer.safeParse(JSON.parse(message));
    if (said.success) waiting.get(`${sessionId} ${said.data.id}`)?.(said.data.result);
  });
  await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });

  let asked = 0;
  async function askWorker(sessionId: string, method: string): Promise<unknown> {
    const id = ++asked;
    const key = `${sessionId} ${id}`;
    const result = new Promise<unknown>((settle) => waiting.set(key, settle));
    const message = JSON.stringify({ id, method });
    await session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
    return await result.finally(() => waiting.delete(key));
  }

  async function usedBy(worker: string): Promise<number> {
    await askWorker(worker, 'HeapProfiler.collectGarbage');
    const used = usage.safeParse(await askWorker(worker, 'Runtime.getHeapUsage'));
    return used.success ? used.data.usedSize : 0;
  }

  return async () => {
    const used = await Promise.all([...workers].map(usedBy));
    await session.post('HeapProfiler.collectGarbage');
    const { usedSize } = usage.parse(await session.post('Runtime.getHeapUsage'));
    return { own: usedSize, workers: used.reduce((sum, one) => sum + one, 0) };
  };
}
