import { openSync, readSync } from 'node:fs';

/** How long a loop stood still at most: by the clock, and by the time that its thread had of a processor meanwhile. */
export type Hold = { readonly blockMs: number; readonly cpuMs: number };

const EVERY_MS = 1;
const SCHEDSTAT = '/proc/self/schedstat';

/** Milliseconds that the main thread of this process ran. Where the system does not tell, those of the clock. */
function createThreadTime(): () => number {
  const file = process.platform === 'linux' ? openSync(SCHEDSTAT, 'r') : null;
  if (file === null) return () => performance.now();
  const text = Buffer.alloc(64);
  return () => {
    const length = readSync(file, text, 0, text.length, 0);
    return Number.parseInt(text.toString('latin1', 0, length), 10) / 1e6;
  };
}

/**
 * Watches the event loop of this thread from one moment to another, both included: `monitorEventLoopDelay` sees
 * nothing before its timer's second turn, and a short request may be over then. Either time may be one timer too high.
 */
export function createLoopWatch() {
  const threadTime = createThreadTime();
  let timer: NodeJS.Timeout | undefined;
  let last = { clock: 0, thread: 0 };
  let blockMs = 0;
  let cpuMs = 0;

  const now = () => ({ clock: performance.now(), thread: threadTime() });

  function sample(): void {
    const next = now();
    blockMs = Math.max(blockMs, next.clock - last.clock);
    cpuMs = Math.max(cpuMs, next.thread - last.thread);
    last = next;
  }

  return {
    begin(): void {
      blockMs = 0;
      cpuMs = 0;
      last = now();
      timer = setInterval(sample, EVERY_MS);
    },
    end(): Hold {
      clearInterval(timer);
      sample();
      return { blockMs, cpuMs };
    },
  };
}
