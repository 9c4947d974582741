import type { Run } from './run.ts';

/** A part of a plan, ready to run. Without a promise where there was nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

export function inSequence(steps: readonly Step[]): Step {
  const [only] = steps;
  if (only && steps.length === 1) return only;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

export const inParallel =
  (steps: readonly Step[]): Step =>
  async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
