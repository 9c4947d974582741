import { expect, it } from 'vitest';
import { hoursDateFit } from '../../../subgraphs/placements/domain/hours-date.ts';

const START = '2026-07-06';

it.each([
  { day: '2026-07-05', end: '2026-08-14', today: '2026-10-05', status: 'before-the-start' },
  { day: '2026-07-06', end: '2026-08-14', today: '2026-10-05', status: 'fits' },
  { day: '2026-08-14', end: '2026-08-14', today: '2026-10-05', status: 'fits' },
  { day: '2026-08-15', end: '2026-08-14', today: '2026-10-05', status: 'after-the-end' },
  { day: '2026-07-20', end: '2026-08-14', today: '2026-07-20', status: 'fits' },
  { day: '2026-07-21', end: '2026-08-14', today: '2026-07-20', status: 'in-the-future' },
  { day: '2026-10-05', end: null, today: '2026-10-05', status: 'fits' },
])('hours of $day, told on $today, of a placement that ends $end: $status', (given) => {
  const { day, end, today, status } = given;
  expect(hoursDateFit(day, { start: START, end }, today).status).toBe(status);
});
