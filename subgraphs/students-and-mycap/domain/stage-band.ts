import type { Stage } from './stage-move.ts';

/** The grades in which the Career Development Model expects a stage. The bands overlap. */
export const STAGE_BANDS: Readonly<Record<Stage, readonly [first: number, last: number]>> = {
  SELF_DISCOVERY: [6, 7],
  CAREER_AWARENESS: [7, 8],
  CAREER_EXPLORATION: [8, 10],
  CAREER_IMMERSION: [10, 12],
};

export type BandFinding = {
  readonly rule: 'STAGE_OUT_OF_BAND';
  readonly stage: Stage;
  readonly grade: number;
  readonly first: number;
  readonly last: number;
};

/** What to tell whoever records a stage in a grade that it is not typical of. It is never refused. */
export function bandFinding(stage: Stage, grade: number): BandFinding | null {
  const [first, last] = STAGE_BANDS[stage];
  const early = grade < first;
  // Who is beyond grade 12 is still immersed.
  const late = grade > last && stage !== 'CAREER_IMMERSION';
  return early || late ? { rule: 'STAGE_OUT_OF_BAND', stage, grade, first, last } : null;
}
