import { expect, it } from 'vitest';
import { ratingOf } from '../../../subgraphs/placements/domain/skill-rating.ts';

it.each([
  { score: -1, rating: null },
  { score: 0, rating: null },
  { score: 1, rating: 'PERFORMANCE_IMPROVEMENT_NEEDED' },
  { score: 2, rating: 'DEVELOPING' },
  { score: 3, rating: 'COMPETENT' },
  { score: 4, rating: 'PROFICIENT' },
  { score: 5, rating: 'ADVANCED' },
  { score: 6, rating: null },
  { score: 2.5, rating: null },
])('a score of $score is rated $rating', ({ score, rating }) => {
  expect(ratingOf(score)).toBe(rating);
});
