import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { School } from '../schools/school.ts';
import type { Region } from './attendance.ts';

/** The schools of each board, without those whose students are all written by hand. */
export function regionsOf(schools: readonly School[]): (board: WorkforceBoardCode) => Region {
  const regions = new Map<WorkforceBoardCode, { middle: School[]; high: School[] }>();
  for (const school of schools) {
    if (school.weight === 0) continue;
    const region = regions.get(school.board) ?? { middle: [], high: [] };
    (school.level === 'HIGH' ? region.high : region.middle).push(school);
    regions.set(school.board, region);
  }
  return (board) => {
    const region = regions.get(board);
    if (!region) throw new Error(`The region ${board} has no school.`);
    return region;
  };
}
