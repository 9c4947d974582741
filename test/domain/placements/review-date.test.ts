import { expect, it } from 'vitest';
import { isLateBaseline, reviewDateFit } from '../../../subgraphs/placements/domain/review-date.ts';

const START = '2026-07-06';

it.each([
  { day: '2026-06-21', end: '2026-08-14', status: 'too-early' },
  { day: '2026-06-22', end: '2026-08-14', status: 'fits' },
  { day: '2026-08-28', end: '2026-08-14', status: 'fits' },
  { day: '2026-08-29', end: '2026-08-14', status: 'too-late' },
  { day: '2026-10-05', end: null, status: 'fits' },
  { day: '2026-10-06', end: null, status: 'in-the-future' },
])('a review of $day, of a placement that ends $end: $status', ({ day, end, status }) => {
  expect(reviewDateFit(day, { start: START, end }, '2026-10-05').status).toBe(status);
});

it.each([
  { day: '2026-07-20', late: false },
  { day: '2026-07-21', late: true },
])('a baseline on $day is late: $late', ({ day, late }) => {
  expect(isLateBaseline(day, START)).toBe(late);
});
