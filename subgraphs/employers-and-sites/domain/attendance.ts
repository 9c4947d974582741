import { CAREER_EVENT_CHART, type CareerEventType } from './career-event-chart.ts';

/** A count of people from 1 to this many is not shown: they could be known by it. */
const LARGEST_HIDDEN_COUNT = 5;

/** How many came, as far as it may be shown: null where nobody counted, or where they were few. Zero is shown. */
export function shownAttendance(attendance: number | null): number | null {
  if (attendance === null || attendance === 0) return attendance;
  return attendance > LARGEST_HIDDEN_COUNT ? attendance : null;
}

export type AttendanceFit =
  | { readonly status: 'fits'; readonly activity: string }
  | { readonly status: 'not-for-students' }
  | { readonly status: 'not-yet' };

/** Whether students can have come to an event by today; days are `YYYY-MM-DD`. */
export function attendanceFit(
  { type, startDate }: { readonly type: CareerEventType; readonly startDate: string },
  today: string,
): AttendanceFit {
  const { activity } = CAREER_EVENT_CHART[type];
  if (activity === null) return { status: 'not-for-students' };
  return startDate > today ? { status: 'not-yet' } : { status: 'fits', activity };
}
