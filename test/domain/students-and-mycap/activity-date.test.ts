import { expect, it } from 'vitest';
import { activityDateFit } from '../../../subgraphs/students-and-mycap/domain/activity-date.ts';

const OPENED = '2025-09-03';
const TODAY = '2026-10-05';

it.each([
  { day: '2025-09-02', expected: { status: 'before-the-plan', opened: OPENED } },
  { day: '2025-09-03', expected: { status: 'fits' } },
  { day: '2026-10-05', expected: { status: 'fits' } },
  { day: '2026-10-06', expected: { status: 'in-the-future', today: TODAY } },
  { day: '1999-12-31', expected: { status: 'before-the-plan', opened: OPENED } },
])('what was done on $day $expected.status', ({ day, expected }) => {
  expect(activityDateFit(day, OPENED, TODAY)).toEqual(expected);
});

it('on the day the plan is opened, only that day fits', () => {
  expect(activityDateFit(TODAY, TODAY, TODAY)).toEqual({ status: 'fits' });
  expect(activityDateFit('2026-10-04', TODAY, TODAY)).toMatchObject({ status: 'before-the-plan' });
  expect(activityDateFit('2026-10-06', TODAY, TODAY)).toMatchObject({ status: 'in-the-future' });
});
