/** A rating of one skill in one review, 1 to 5; `skill` names it the same in every review of a plan. */
export type Score = { readonly skill: string; readonly score: number };
export type ReviewScores = {
  readonly kind: 'BASELINE' | 'INTERIM' | 'FINAL';
  readonly scores: readonly Score[];
};
export type Gain = {
  readonly skill: string;
  readonly baseline: number;
  readonly final: number;
  readonly gain: number;
};

/**
 * What a student gained in each skill: the final review's rating less the baseline's. Skills that
 * one of the two does not rate are left out; without both reviews there is no gain yet.
 */
export function skillGain(reviews: readonly ReviewScores[]): Gain[] {
  const scoresOf = (kind: ReviewScores['kind']) =>
    reviews.findLast((review) => review.kind === kind)?.scores ?? [];
  const finals = new Map(scoresOf('FINAL').map(({ skill, score }) => [skill, score]));
  return scoresOf('BASELINE').flatMap(({ skill, score: baseline }) => {
    const final = finals.get(skill);
    return final === undefined ? [] : [{ skill, baseline, final, gain: final - baseline }];
  });
}
