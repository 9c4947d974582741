import { startTypeScriptThread } from '../../platform/typescript-thread.ts';
import type { FromThread, ToThread } from './messages.ts';

/** The old generation that planning may fill, in MB: a plan of our longest operation takes under 50. */
const MEMORY_MB = 512;

export type Thread = {
  send(message: ToThread): void;
  end(): Promise<unknown>;
};

type Events = {
  answered(answer: FromThread): void;
  /** It ended by itself: of a bug, or out of memory where that is null. Never said after {@link Thread.end}. */
  died(bug: Error | null): void;
};

export function startThread({ answered, died }: Events): Thread {
  const worker = startTypeScriptThread(new URL('./thread.ts', import.meta.url), {
    name: 'planning',
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  let ended = false;
  const die = (bug: Error | null) => {
    if (ended) return;
    ended = true;
    died(bug);
  };
  worker.on('message', (answer: FromThread) => {
    // What was under way when it was ended is nobody's any more.
    if (!ended) answered(answer);
  });
  worker.on('error', (error) => die(isOutOfMemory(error) ? null : error));
  worker.on('exit', (code) => die(new Error(`The planning thread ended with ${code}.`)));
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

const isOutOfMemory = (error: Error) =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
