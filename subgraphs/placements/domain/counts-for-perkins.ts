import type { PlacementStatus } from './placement-moves.ts';
import { NOT_REPORTABLE, WANTS_100_HOURS, type WblType } from './wbl-type.ts';

/** The state's own cut is not published: whoever changes these changes the version. */
export const PARTICIPATION = {
  definitionVersion: '5s3-2026.1',
  /** What an internship, a clinical practicum and a capstone need. */
  minutes: 100 * 60,
};

type Counted = {
  readonly wblType: WblType;
  readonly status: PlacementStatus;
  readonly loggedMinutes: number;
};

/**
 * Whether a placement counts as taking part in work-based learning for Perkins 5S3. What was done
 * counts, not what is planned: where 100 hours are wanted, 100 logged hours once it is over, even if
 * it ended early; of the other types, a placement that was completed. One that still runs does not count yet.
 */
export function countsForPerkins({ wblType, status, loggedMinutes }: Counted): boolean {
  if (NOT_REPORTABLE.includes(wblType)) return false;
  if (!WANTS_100_HOURS.includes(wblType)) return status === 'COMPLETED';
  const isOver = status === 'COMPLETED' || status === 'ENDED_EARLY';
  return isOver && loggedMinutes >= PARTICIPATION.minutes;
}
