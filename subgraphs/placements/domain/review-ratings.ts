const LOWEST = 1;
const HIGHEST = 5;

/** A skill by one name: an employability skill's own, or a career skill's id. */
export type Rating = { readonly skill: string; readonly score: number };

export type RatingsFit =
  | { readonly status: 'fits' }
  | { readonly status: 'out-of-range'; readonly skill: string; readonly score: number }
  | { readonly status: 'rated-twice'; readonly skill: string }
  | { readonly status: 'not-of-this-plan'; readonly skill: string }
  | { readonly status: 'not-rated'; readonly skills: readonly string[] };

/** A review rates each skill of its plan once, from 1 to 5, and no other. */
export function ratingsFit(ratings: readonly Rating[], skills: readonly string[]): RatingsFit {
  const rated = new Set<string>();
  for (const { skill, score } of ratings) {
    if (!skills.includes(skill)) return { status: 'not-of-this-plan', skill };
    if (rated.has(skill)) return { status: 'rated-twice', skill };
    if (!Number.isInteger(score) || score < LOWEST || score > HIGHEST)
      return { status: 'out-of-range', skill, score };
    rated.add(skill);
  }
  const missing = skills.filter((skill) => !rated.has(skill));
  return missing.length > 0 ? { status: 'not-rated', skills: missing } : { status: 'fits' };
}
