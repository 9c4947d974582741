import { STAGES } from './activity-stage.ts';

export type Stage = (typeof STAGES)[number];

export type StageMove =
  | { readonly status: 'forward'; readonly furthest: Stage }
  | { readonly status: 'back'; readonly furthest: Stage }
  | { readonly status: 'unchanged' }
  | { readonly status: 'back-without-reason' };

export type StandsAt = { readonly current: Stage; readonly furthest: Stage };

const rank = (stage: Stage) => STAGES.indexOf(stage);

/**
 * A stage is a recorded fact: forward by any number of stages, back with a reason. The furthest
 * stage never moves back.
 */
export function stageMove(
  { current, furthest }: StandsAt,
  to: Stage,
  reason: string | null,
): StageMove {
  if (to === current) return { status: 'unchanged' };
  if (rank(to) > rank(current))
    return { status: 'forward', furthest: rank(to) > rank(furthest) ? to : furthest };
  return reason?.trim() ? { status: 'back', furthest } : { status: 'back-without-reason' };
}
