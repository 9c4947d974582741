import type { Random } from '../random.ts';

const BASELINES = [
  [1, 7],
  [2, 45],
  [3, 38],
  [4, 10],
] as const;
const GAINS = [
  [-1, 3],
  [0, 20],
  [1, 55],
  [2, 22],
] as const;
const LOWEST = 1;
const HIGHEST = 5;

export type SkillCourse = {
  readonly BASELINE: number;
  readonly INTERIM: number;
  readonly FINAL: number;
};

/** How one skill is rated over a placement: newcomers at 2 or 3, most of them better at the end. */
export function skillCourse(random: Random): SkillCourse {
  const baseline = random.weighted<number>(BASELINES);
  const final = Math.max(LOWEST, Math.min(HIGHEST, baseline + random.weighted<number>(GAINS)));
  const interim = random.int(Math.min(baseline, final), Math.max(baseline, final));
  return { BASELINE: baseline, INTERIM: interim, FINAL: final };
}
