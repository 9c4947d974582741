import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 120_000;

/** Waits until something is so, and says how many milliseconds that took. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<number> {
  const begin = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begin > PATIENCE_MS)
      throw new Error(`After ${PATIENCE_MS} ms still not: ${what}.`);
    await delay(LOOK_EVERY_MS);
  }
  return performance.now() - begin;
}
