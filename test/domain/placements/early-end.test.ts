import { expect, it } from 'vitest';
import { earlyEnd } from '../../../subgraphs/placements/domain/early-end.ts';

const DAYS = { start: '2026-09-14', end: '2026-10-02' };

it.each([
  {
    day: '2026-09-13',
    today: '2026-10-05',
    expected: { status: 'before-the-start', start: DAYS.start },
  },
  { day: '2026-09-14', today: '2026-10-05', expected: { status: 'fits' } },
  { day: '2026-10-02', today: '2026-10-05', expected: { status: 'fits' } },
  { day: '2026-10-03', today: '2026-10-05', expected: { status: 'after-the-end', end: DAYS.end } },
  {
    day: '2026-09-22',
    today: '2026-09-21',
    expected: { status: 'in-the-future', today: '2026-09-21' },
  },
])('an end on $day, asked on $today, $expected.status', ({ day, today, expected }) => {
  expect(earlyEnd(day, DAYS, today)).toEqual(expected);
});

it('a placement without an end may end on any day since it began', () => {
  expect(earlyEnd('2026-10-05', { ...DAYS, end: null }, '2026-10-05')).toEqual({ status: 'fits' });
});
