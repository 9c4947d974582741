/** A count of people from 1 to this many is not shown: they could be known by it. */
const LARGEST_HIDDEN_COUNT = 5;

/** How many came, as far as it may be shown: null where nobody counted, or where they were few. Zero is shown. */
export function shownAttendance(attendance: number | null): number | null {
  if (attendance === null || attendance === 0) return attendance;
  return attendance > LARGEST_HIDDEN_COUNT ? attendance : null;
}
