import type { Follower } from '../../platform/feed/fact.ts';
import { followCareerEvents, followEmployers, followSites } from './following/employers.ts';
import { followOpportunities } from './following/opportunities.ts';
import { followBoards, followPrograms, followSchools } from './following/schools.ts';
import { followStudents } from './following/students.ts';

/** What placements and their reports need to know of the others, kept in the `…_ref` tables. */
export const FOLLOWERS: readonly Follower[] = [
  {
    source: 'schools-and-network',
    topics: { board: followBoards, school: followSchools, program: followPrograms },
  },
  {
    source: 'employers-and-sites',
    topics: {
      employer: followEmployers,
      site: followSites,
      opportunity: followOpportunities,
      'career-event': followCareerEvents,
    },
  },
  { source: 'students-and-mycap', topics: { student: followStudents } },
];
