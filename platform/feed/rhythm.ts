import { setTimeout } from 'node:timers/promises';

/** Between two looks at a source that has nothing new. */
export const IDLE_MS = 500;
const LONGEST_MS = 30_000;

/** After so many failures in a row: twice as long each time up to half a minute, and never in step with others. */
export function backoff(failures: number, random = Math.random()): number {
  const full = Math.min(LONGEST_MS, IDLE_MS * 2 ** failures);
  return full / 2 + (full / 2) * random;
}

/** Ends early where the signal says so. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
