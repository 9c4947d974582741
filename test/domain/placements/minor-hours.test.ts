import { describe, expect, it } from 'vitest';
import {
  dailyMinutesCap,
  daysToCheck,
  isSchoolOut,
  laborDay,
  weeklyMinutesCap,
} from '../../../subgraphs/placements/domain/minor-hours.ts';

const HOUR = 60;

it.each([
  [2024, '2024-09-02'],
  [2025, '2025-09-01'],
  [2026, '2026-09-07'],
  [2027, '2027-09-06'],
])('Labor Day of %i is %s', (year, day) => {
  expect(laborDay(year)).toBe(day);
});

it.each([
  ['2026-06-30', false],
  ['2026-07-01', true],
  ['2026-09-07', true],
  ['2026-09-08', false],
  ['2027-02-08', false],
])('whether school is out on %s: %s', (day, out) => {
  expect(isSchoolOut(day)).toBe(out);
});

describe('in a week', () => {
  it.each([
    { who: 'on the eve of 14', born: '2013-02-09', day: '2027-02-08', hours: 0 },
    { who: 'at 14 in February', born: '2013-02-08', day: '2027-02-08', hours: 18 },
    { who: 'at 15 in February', born: '2011-02-09', day: '2027-02-08', hours: 18 },
    { who: 'at 14 in July', born: '2013-02-08', day: '2027-07-06', hours: 40 },
    { who: 'at 16 in February', born: '2011-02-08', day: '2027-02-08', hours: 48 },
    { who: 'on the eve of 18', born: '2009-02-09', day: '2027-02-08', hours: 48 },
  ])('$who somebody may work $hours hours', ({ born, day, hours }) => {
    expect(weeklyMinutesCap(born, day)).toBe(hours * HOUR);
  });

  it('at 18 somebody may work as long as they like', () => {
    expect(weeklyMinutesCap('2009-02-08', '2027-02-08')).toBeNull();
  });
});

describe('on a day', () => {
  it.each([
    { who: 'at 15 on a school day', born: '2011-06-01', day: '2027-02-08', hours: 3 },
    { who: 'at 15 on a Friday', born: '2011-06-01', day: '2027-02-12', hours: 3 },
    { who: 'at 15 on a Saturday', born: '2011-06-01', day: '2027-02-13', hours: 8 },
    { who: 'at 15 on a Sunday', born: '2011-06-01', day: '2027-02-14', hours: 8 },
    { who: 'at 14 in July', born: '2013-02-08', day: '2027-07-06', hours: 8 },
    { who: 'at 17 on a school day', born: '2009-06-01', day: '2027-02-08', hours: 9 },
    { who: 'at 13', born: '2013-06-01', day: '2027-02-08', hours: 0 },
  ])('$who somebody may work $hours hours', ({ born, day, hours }) => {
    expect(dailyMinutesCap(born, day)).toBe(hours * HOUR);
  });

  it('at 18 somebody may work as long as they like', () => {
    expect(dailyMinutesCap('2009-02-08', '2027-02-08')).toBeNull();
  });
});

it.each([
  { start: '2026-07-06', end: '2026-08-14', days: ['2026-07-06'] },
  { start: '2026-07-06', end: '2026-09-08', days: ['2026-07-06', '2026-09-08'] },
  { start: '2026-10-12', end: '2027-06-18', days: ['2026-10-12'] },
  { start: '2026-08-01', end: null, days: ['2026-08-01', '2026-09-08'] },
])('a cap can fall within $start to $end on $days', ({ start, end, days }) => {
  expect(daysToCheck({ start, end })).toEqual(days);
});
