import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HeldReview,
  type ReviewKind,
  reviewOrder,
} from '../../../subgraphs/placements/domain/review-order.ts';

const on = (kind: ReviewKind, day: string): HeldReview => ({ kind, day });
const BASELINE = on('BASELINE', '2026-07-10');
const FINAL = on('FINAL', '2026-08-14');

describe('a review', () => {
  it.each([
    { next: BASELINE, held: [], status: 'fits' },
    { next: BASELINE, held: [BASELINE], status: 'there-already' },
    { next: BASELINE, held: [FINAL], status: 'fits' },
    { next: on('BASELINE', '2026-08-15'), held: [FINAL], status: 'baseline-after-final' },
    { next: on('BASELINE', '2026-08-15'), held: [BASELINE, FINAL], status: 'baseline-after-final' },
    { next: FINAL, held: [], status: 'final-before-baseline' },
    { next: FINAL, held: [BASELINE], status: 'fits' },
    { next: on('FINAL', '2026-07-10'), held: [BASELINE], status: 'fits' },
    { next: on('FINAL', '2026-07-09'), held: [BASELINE], status: 'final-before-baseline' },
    { next: FINAL, held: [BASELINE, FINAL], status: 'there-already' },
    { next: on('INTERIM', '2026-07-20'), held: [], status: 'fits' },
    { next: on('INTERIM', '2026-07-20'), held: [on('INTERIM', '2026-07-20')], status: 'fits' },
  ])('$next.kind of $next.day after $held: $status', ({ next, held, status }) => {
    expect(reviewOrder(next, held).status).toBe(status);
  });
});

it('whatever is proposed, a plan has at most one baseline and one final, and the baseline first', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-07-${n}`);
  const review = fc.record({
    kind: fc.constantFrom<ReviewKind>('BASELINE', 'INTERIM', 'FINAL'),
    day,
  });
  fc.assert(
    fc.property(fc.array(review, { maxLength: 12 }), (proposed) => {
      const held: HeldReview[] = [];
      for (const next of proposed) if (reviewOrder(next, held).status === 'fits') held.push(next);
      const of = (kind: ReviewKind) => held.filter((each) => each.kind === kind);
      const [baselines, finals] = [of('BASELINE'), of('FINAL')];
      expect(baselines.length).toBeLessThanOrEqual(1);
      expect(finals.length).toBeLessThanOrEqual(baselines.length);
      for (const final of finals) expect(final.day >= (baselines[0]?.day ?? '')).toBe(true);
    }),
  );
});
