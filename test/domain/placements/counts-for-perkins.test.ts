import { expect, it } from 'vitest';
import { countsForPerkins } from '../../../subgraphs/placements/domain/counts-for-perkins.ts';

it.each([
  ['INTERNSHIP', 'COMPLETED', 6_000, true],
  ['INTERNSHIP', 'COMPLETED', 5_999, false],
  ['INTERNSHIP', 'ENDED_EARLY', 6_000, true],
  ['INTERNSHIP', 'ENDED_EARLY', 5_999, false],
  ['INTERNSHIP', 'ACTIVE', 6_000, false],
  ['CLINICAL_PRACTICUM', 'COMPLETED', 6_000, true],
  ['CAPSTONE', 'COMPLETED', 5_999, false],
  ['PRE_APPRENTICESHIP', 'COMPLETED', 600, true],
  ['SIMULATION', 'COMPLETED', 600, true],
  ['COOPERATIVE_EDUCATION', 'COMPLETED', 600, true],
  ['COOPERATIVE_EDUCATION', 'ENDED_EARLY', 60_000, false],
  ['COOPERATIVE_EDUCATION', 'MATCHED', 0, false],
  ['PART_TIME_EMPLOYMENT', 'COMPLETED', 60_000, false],
  ['ENTREPRENEURIAL_ENTERPRISE', 'COMPLETED', 60_000, false],
] as const)(
  '%s that is %s with %i minutes counts for 5S3: %s',
  (wblType, status, loggedMinutes, counts) => {
    expect(countsForPerkins({ wblType, status, loggedMinutes })).toBe(counts);
  },
);
