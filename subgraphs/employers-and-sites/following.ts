import type { Follower } from '../../platform/feed/fact.ts';
import { applyCapacity } from './following/capacity.ts';
import { applySchools } from './following/schools.ts';

/** What this subgraph keeps of others, and from whom. */
export const FOLLOWERS: readonly Follower[] = [
  { source: 'schools-and-network', topics: { school: applySchools } },
  { source: 'placements', topics: { capacity: applyCapacity } },
];
