import type { Follower } from '../../platform/feed/fact.ts';
import { applyAttendance } from './following/attendance.ts';
import { applyExperience } from './following/experience.ts';
import { applyPrograms, applySchools } from './following/schools.ts';

/** What this subgraph follows of the others. */
export const FOLLOWERS: readonly Follower[] = [
  {
    source: 'schools-and-network',
    topics: { school: applySchools, program: applyPrograms },
  },
  { source: 'placements', topics: { experience: applyExperience } },
  { source: 'employers-and-sites', topics: { attendance: applyAttendance } },
];
