import type { BrokenRule } from './broken-rule.ts';

/** A convening is scheduled for today or later. */
export function convenedTooEarly(day: string, today: string): BrokenRule | null {
  if (day >= today) return null;
  const message = `"${day}" is over; today is ${today}. Schedule it for today or later.`;
  return { rule: 'CONVENING_DATE', message };
}

/** Who came is counted on the day of a convening, or after it. */
export function countedTooEarly(day: string, today: string): BrokenRule | null {
  if (day <= today) return null;
  const message = `It is held on ${day}; today is ${today}. Count who comes on that day or after.`;
  return { rule: 'CONVENING_NOT_HELD', message };
}
