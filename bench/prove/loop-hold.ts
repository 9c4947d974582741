import { openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long a loop stood still at most: by the clock, and by the time that its thread had of a processor meanwhile. */
export type Hold = { readonly blockMs: number; readonly cpuMs: number };

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
 * Watches the event loop of this thread. The clock also counts what other processes do; the thread's own time
 * is taken at every turn of the loop that is a millisecond after the last, so that it may be one too high.
 */
export function createLoopWatch() {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const threadTime = createThreadTime();
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  let cpuMs = 0;

  function sample(): void {
    const now = threadTime();
    cpuMs = Math.max(cpuMs, now - last);
    last = now;
  }

  return {
    begin(): void {
      cpuMs = 0;
      last = threadTime();
      timer = setInterval(sample, 1);
      loop.reset();
      loop.enable();
    },
    end(): Hold {
      loop.disable();
      clearInterval(timer);
      sample();
      return { blockMs: loop.max / 1e6, cpuMs };
    },
  };
}
