import { expect, it } from 'vitest';
import { ratingsFit } from '../../../subgraphs/placements/domain/review-ratings.ts';

const SKILLS = ['COMMUNICATION', 'privacy'];
const rating = (skill: string, score = 3) => ({ skill, score });

it.each([
  { ratings: [rating('COMMUNICATION', 1), rating('privacy', 5)], fit: { status: 'fits' } },
  {
    ratings: [rating('COMMUNICATION', 0), rating('privacy')],
    fit: { status: 'out-of-range', skill: 'COMMUNICATION', score: 0 },
  },
  {
    ratings: [rating('COMMUNICATION'), rating('privacy', 6)],
    fit: { status: 'out-of-range', skill: 'privacy', score: 6 },
  },
  {
    ratings: [rating('COMMUNICATION'), rating('COMMUNICATION')],
    fit: { status: 'rated-twice', skill: 'COMMUNICATION' },
  },
  {
    ratings: [rating('COMMUNICATION'), rating('filing')],
    fit: { status: 'not-of-this-plan', skill: 'filing' },
  },
  { ratings: [rating('privacy')], fit: { status: 'not-rated', skills: ['COMMUNICATION'] } },
  { ratings: [], fit: { status: 'not-rated', skills: SKILLS } },
])('ratings $ratings: $fit.status', ({ ratings, fit }) => {
  expect(ratingsFit(ratings, SKILLS)).toEqual(fit);
});
