import { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages.ts';

/** The old generation that planning may fill, in MB: a plan of our longest operation takes under 50. */
const MEMORY_MB = 512;

export type Thread = {
  send(message: ToThread): void;
  end(): Promise<unknown>;
};

type Events = {
  answered(answer: FromThread): void;
  /** It ended by itself: out of memory, or a bug. Never said after {@link Thread.end}. */
  died(): void;
};

/** TypeScript is read by a hook that a thread has to register itself. */
const bootOf = (hook: string, module: string) =>
  `import(${JSON.stringify(hook)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}); });`;

export function startThread({ answered, died }: Events): Thread {
  const module = new URL('./thread.ts', import.meta.url).href;
  const worker = new Worker(bootOf(import.meta.resolve('tsx/esm/api'), module), {
    eval: true,
    execArgv: [],
    name: 'planning',
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  let ended = false;
  const die = () => {
    if (ended) return;
    ended = true;
    died();
  };
  worker.on('message', answered);
  worker.on('error', die);
  worker.on('exit', die);
  // A process that has nothing else to do may end.
  worker.unref();
  return {
    send: (message) => worker.postMessage(message),
    end() {
      ended = true;
      return worker.terminate();
    },
  };
}
