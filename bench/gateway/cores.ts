import { readFileSync } from 'node:fs';

/** For how long a core was there and was used, in ticks since the machine started. */
export type CoreTimes = { readonly all: number; readonly used: number };

/** Null where the system does not tell. */
export function coreTimes(core: number): CoreTimes | null {
  try {
    const line = readFileSync('/proc/stat', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`cpu${core} `));
    if (!line) return null;
    const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softirq = 0, steal = 0] =
      line.split(' ').slice(1).map(Number);
    const used = user + nice + system + irq + softirq + steal;
    return { all: used + idle + wait, used };
  } catch {
    return null;
  }
}

/** The part of the time between that a core was used, by whomever. */
export const usedBetween = (before: CoreTimes | null, after: CoreTimes | null): number | null =>
  before && after ? (after.used - before.used) / Math.max(1, after.all - before.all) : null;
