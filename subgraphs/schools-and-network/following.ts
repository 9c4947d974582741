import type { Follower } from '../../platform/feed/fact.ts';

/** What this subgraph keeps of others, and from whom. */
export const FOLLOWERS: readonly Follower[] = [];
