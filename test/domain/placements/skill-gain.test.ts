import { describe, expect, it } from 'vitest';
import { type ReviewScores, skillGain } from '../../../subgraphs/placements/domain/skill-gain.ts';

/** A review by the score of each skill, in order. */
const review = (
  kind: ReviewScores['kind'],
  scores: Readonly<Record<string, number>>,
): ReviewScores => ({
  kind,
  scores: Object.entries(scores).map(([skill, score]) => ({ skill, score })),
});
const gained = (skill: string, baseline: number, final: number) => ({
  skill,
  baseline,
  final,
  gain: final - baseline,
});

describe('what a student gained', () => {
  it.each([
    { what: 'no review', reviews: [] },
    { what: 'a baseline alone', reviews: [review('BASELINE', { a: 2 })] },
    { what: 'a final alone', reviews: [review('FINAL', { a: 4 })] },
    {
      what: 'a baseline and an interim',
      reviews: [review('BASELINE', { a: 2 }), review('INTERIM', { a: 5 })],
    },
    {
      what: 'reviews that rate no skill in common',
      reviews: [review('BASELINE', { a: 2 }), review('FINAL', { b: 4 })],
    },
    {
      what: 'reviews without ratings',
      reviews: [review('BASELINE', {}), review('FINAL', {})],
    },
  ])('is nothing yet with $what', ({ reviews }) => {
    expect(skillGain(reviews)).toEqual([]);
  });

  it.each([
    { baseline: 2, final: 4, gain: 2 },
    { baseline: 3, final: 3, gain: 0 },
    { baseline: 4, final: 2, gain: -2 },
    { baseline: 1, final: 5, gain: 4 },
  ])('from $baseline to $final is $gain', ({ baseline, final, gain }) => {
    const reviews = [review('BASELINE', { a: baseline }), review('FINAL', { a: final })];
    expect(skillGain(reviews)).toEqual([{ skill: 'a', baseline, final, gain }]);
  });

  it('is told in the order of the baseline, without skills that one of the two does not rate', () => {
    const reviews = [
      review('BASELINE', { c: 1, a: 2, b: 3 }),
      review('FINAL', { a: 3, d: 5, c: 4 }),
    ];
    expect(skillGain(reviews)).toEqual([gained('c', 1, 4), gained('a', 2, 3)]);
  });

  it('does not depend on the order in which the reviews come, nor on those between', () => {
    const reviews = [
      review('FINAL', { a: 4 }),
      review('INTERIM', { a: 1 }),
      review('BASELINE', { a: 2 }),
    ];
    expect(skillGain(reviews)).toEqual([gained('a', 2, 4)]);
  });

  it('is by the last of a kind where there are two', () => {
    const reviews = [
      review('BASELINE', { a: 1 }),
      review('BASELINE', { a: 2 }),
      review('FINAL', { a: 3 }),
      review('FINAL', { a: 5 }),
    ];
    expect(skillGain(reviews)).toEqual([gained('a', 2, 5)]);
  });
});
