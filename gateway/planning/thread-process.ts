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
  /** It ended by itself: out of memory, or a bug. Never said after {@link Thread.end}. */
  died(): void;
};

export function startThread({ answered, died }: Events): Thread {
  const worker = startTypeScriptThread(new URL('./thread.ts', import.meta.url), {
    name: 'planning',
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  let ended = false;
  const die = () => {
    if (ended) return;
    ended = true;
    died();
  };
  worker.on('message', (answer: FromThread) => {
    // What was under way when it was ended is nobody's any more.
    if (!ended) answered(answer);
  });
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
