import { expect, it } from 'vitest';
import { seasonOf } from '../../../subgraphs/placements/domain/season.ts';

it.each([
  ['2026-07-01', '2026-09-07', 'SUMMER'],
  ['2026-07-06', '2026-09-08', 'BOTH'],
  ['2026-06-30', '2026-08-14', 'BOTH'],
  ['2026-09-08', '2027-06-30', 'SCHOOL_YEAR'],
  ['2026-10-12', '2027-07-01', 'BOTH'],
  ['2027-01-11', '2027-06-18', 'SCHOOL_YEAR'],
  ['2026-07-06', null, 'BOTH'],
  ['2026-10-12', null, 'BOTH'],
])('from %s to %s is %s', (start, end, season) => {
  expect(seasonOf({ start, end })).toBe(season);
});
