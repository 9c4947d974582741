/** The stages in the order of the Career Development Model. */
export const STAGES = [
  'SELF_DISCOVERY',
  'CAREER_AWARENESS',
  'CAREER_EXPLORATION',
  'CAREER_IMMERSION',
] as const;
type Stage = (typeof STAGES)[number];

export type ActivityFit =
  | { readonly status: 'fits' }
  | { readonly status: 'belongs-elsewhere'; readonly right: Stage };

/**
 * An activity stands in the stage that the model's chart gives it. The chart is data, for its
 * published text leaves the boundaries open; `charted` is what the chart says of this activity.
 */
export function activityFit(charted: Stage, claimed: Stage): ActivityFit {
  return charted === claimed ? { status: 'fits' } : { status: 'belongs-elsewhere', right: charted };
}
