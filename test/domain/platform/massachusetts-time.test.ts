import { describe, expect, it } from 'vitest';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';

describe('the day in Massachusetts', () => {
  it.each([
    { when: 'a second before midnight in winter', at: '2026-01-15T04:59:59Z', day: '2026-01-14' },
    { when: 'midnight in winter', at: '2026-01-15T05:00:00Z', day: '2026-01-15' },
    { when: 'a second before midnight in summer', at: '2026-07-15T03:59:59Z', day: '2026-07-14' },
    { when: 'midnight in summer', at: '2026-07-15T04:00:00Z', day: '2026-07-15' },
    { when: 'before the clocks go forward', at: '2026-03-08T06:59:59Z', day: '2026-03-08' },
    { when: 'the night after they went forward', at: '2026-03-09T03:59:59Z', day: '2026-03-08' },
    { when: 'midnight after they went forward', at: '2026-03-09T04:00:00Z', day: '2026-03-09' },
    { when: 'midnight before the clocks go back', at: '2026-11-01T04:00:00Z', day: '2026-11-01' },
    { when: 'the night after they went back', at: '2026-11-02T04:59:59Z', day: '2026-11-01' },
    { when: 'midnight after they went back', at: '2026-11-02T05:00:00Z', day: '2026-11-02' },
    { when: "New Year's Eve", at: '2027-01-01T04:59:59Z', day: '2026-12-31' },
    { when: 'a leap day', at: '2028-02-29T17:00:00Z', day: '2028-02-29' },
  ])('at $when ($at) is $day', ({ at, day }) => {
    expect(dayInMassachusetts(new Date(at))).toBe(day);
  });
});

it('a day of the database is the same day, wherever the process runs', () => {
  expect(isoDay(new Date('2026-09-01'))).toBe('2026-09-01');
});
