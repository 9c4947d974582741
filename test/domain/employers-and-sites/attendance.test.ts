import { expect, it } from 'vitest';
import { shownAttendance } from '../../../subgraphs/employers-and-sites/domain/attendance.ts';

it.each([
  { attendance: null, shown: null },
  { attendance: 0, shown: 0 },
  { attendance: 1, shown: null },
  { attendance: 5, shown: null },
  { attendance: 6, shown: 6 },
])('an attendance of $attendance is shown as $shown', ({ attendance, shown }) => {
  expect(shownAttendance(attendance)).toBe(shown);
});
