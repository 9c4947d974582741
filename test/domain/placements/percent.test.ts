import { expect, it } from 'vitest';
import { percentOf } from '../../../subgraphs/placements/domain/percent.ts';

it.each([
  { numerator: 1, denominator: 3, percent: 33.3 },
  { numerator: 0, denominator: 7, percent: 0 },
  { numerator: 7, denominator: 7, percent: 100 },
  { numerator: 0, denominator: 0, percent: null },
  { numerator: null, denominator: null, percent: null },
])('$numerator of $denominator are $percent percent', ({ percent, ...fraction }) => {
  expect(percentOf(fraction)).toBe(percent);
});
