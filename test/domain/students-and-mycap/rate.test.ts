import { expect, it } from 'vitest';
import { pointsBetween, rateOf } from '../../../subgraphs/students-and-mycap/domain/rate.ts';

it.each([
  { part: 1, whole: 3, rate: 33.3 },
  { part: 2, whole: 3, rate: 66.7 },
  { part: 0, whole: 9, rate: 0 },
  { part: 9, whole: 9, rate: 100 },
  { part: 0, whole: 0, rate: null },
])('$part of $whole are $rate percent', ({ part, whole, rate }) => {
  expect(rateOf(part, whole)).toBe(rate);
});

it.each([
  { rate: 33.3, other: 66.7, points: -33.4 },
  { rate: 50, other: 49.9, points: 0.1 },
  { rate: null, other: 50, points: null },
  { rate: 50, other: null, points: null },
])('between $rate and $other percent are $points points', ({ rate, other, points }) => {
  expect(pointsBetween(rate, other)).toBe(points);
});
