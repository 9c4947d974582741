import { WebSocket } from 'undici';
import { z } from 'zod';

const LISTENING = /Debugger listening on (ws:\/\/\S+)/;
const answer = z.object({ id: z.number(), result: z.unknown() });
const ofWorker = z.object({
  method: z.string(),
  params: z.object({ sessionId: z.string(), message: z.string().optional() }),
});

/** One thread, asked by the protocol of Node's inspector. */
export type Thread = ReturnType<typeof createThread>;

function createThread(send: (text: string) => void) {
  const waiting = new Map<number, (result: unknown) => void>();
  let asked = 0;
  return {
    /** Null where the thread ended before it answered. */
    ask: (method: string, params: object = {}) =>
      new Promise<unknown>((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        send(JSON.stringify({ id: asked, method, params }));
      }),
    hear(text: string): void {
      const heard = answer.safeParse(JSON.parse(text));
      if (!heard.success) return;
      waiting.get(heard.data.id)?.(heard.data.result);
      waiting.delete(heard.data.id);
    },
    end(): void {
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
}

/** The threads of another process, which was started with `--inspect`; what it says names where its inspector is. */
export async function inspectProcess(said: string) {
  const socket = new WebSocket(LISTENING.exec(said)?.[1] ?? '');
  const main = createThread((text) => socket.send(text));
  const workers = new Map<string, Thread>();

  const attach = (sessionId: string) =>
    createThread(
      (message) => void main.ask('NodeWorker.sendMessageToWorker', { sessionId, message }),
    );

  socket.addEventListener('message', ({ data }) => {
    const told = ofWorker.safeParse(JSON.parse(String(data)));
    if (!told.success) return main.hear(String(data));
    const { sessionId, message } = told.data.params;
    if (told.data.method === 'NodeWorker.attachedToWorker')
      workers.set(sessionId, attach(sessionId));
    if (message !== undefined) workers.get(sessionId)?.hear(message);
    if (told.data.method !== 'NodeWorker.detachedFromWorker') return;
    workers.get(sessionId)?.end();
    workers.delete(sessionId);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  await main.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
  return { main, workers: () => [...workers.values()], close: () => socket.close() };
}
