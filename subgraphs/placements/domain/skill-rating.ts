/** The five words of the Massachusetts Work-Based Learning Plan, from 1 to 5. */
export const RATINGS = [
  'PERFORMANCE_IMPROVEMENT_NEEDED',
  'DEVELOPING',
  'COMPETENT',
  'PROFICIENT',
  'ADVANCED',
] as const;
export type SkillRating = (typeof RATINGS)[number];

/** The word for a score; null for a score that the plan does not have. */
export const ratingOf = (score: number): SkillRating | null => RATINGS[score - 1] ?? null;
