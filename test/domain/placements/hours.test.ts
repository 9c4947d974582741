import { expect, it } from 'vitest';
import { asHours } from '../../../subgraphs/placements/domain/hours.ts';

it.each([
  { minutes: 0, hours: 0 },
  { minutes: 1, hours: 0.02 },
  { minutes: 15, hours: 0.25 },
  { minutes: 50, hours: 0.83 },
  { minutes: 59, hours: 0.98 },
  { minutes: 60, hours: 1 },
  { minutes: 90, hours: 1.5 },
  { minutes: 5_985, hours: 99.75 },
  { minutes: 6_000, hours: 100 },
  { minutes: 6_001, hours: 100.02 },
])('$minutes minutes are $hours hours', ({ minutes, hours }) => {
  expect(asHours(minutes)).toBe(hours);
});

it('quarters of an hour are exact, so that their sums are', () => {
  const quarters = Array.from({ length: 1_000 }, (_, n) => n);
  expect(quarters.map((n) => asHours(15 * n))).toEqual(quarters.map((n) => n / 4));
});
