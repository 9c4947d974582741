import { blocking, type Finding } from './finding.ts';
import type { Terms } from './opportunity-terms.ts';

/** One day is possible: it starts and ends on it. */
export function datesFinding({ startDate, endDate }: Terms): Finding | null {
  if (endDate >= startDate) return null;
  return blocking(
    'ENDS_BEFORE_START',
    `It cannot end on ${endDate}, before it starts on ${startDate}. It ends on that day or later.`,
  );
}
