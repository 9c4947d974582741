import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Follower } from '../../../platform/feed/fact.ts';
import { feedsOfEnvironment, feedVariables } from '../../../platform/feed/feed-environment.ts';

const FOLLOWERS: readonly Follower[] = [
  { source: 'schools-and-network', topics: {} },
  { source: 'placements', topics: {} },
];
const KEY = 'a key of at least thirty-two characters';

describe('the environment of a subgraph that follows', () => {
  it('has an address and a key for each source, and nothing for others', () => {
    const env = {
      SCHOOLS_FEED_URL: 'http://schools:4000/feed',
      SCHOOLS_FEED_KEY: KEY,
      PLACEMENTS_FEED_URL: 'http://placements:4000/feed',
      PLACEMENTS_FEED_KEY: KEY,
    };
    const feeds = feedsOfEnvironment(env, FOLLOWERS);
    expect([...feeds.keys()]).toEqual(['schools-and-network', 'placements']);
    expect(feedsOfEnvironment({}, [])).toEqual(new Map());
  });

  it('is refused with the names of all that is missing', () => {
    expect(() => feedsOfEnvironment({ SCHOOLS_FEED_KEY: KEY }, FOLLOWERS)).toThrow(
      'Set SCHOOLS_FEED_URL, PLACEMENTS_FEED_URL, PLACEMENTS_FEED_KEY: where their /feed is, and the key to it.',
    );
  });

  it('must have the own key, and keys that are long enough', () => {
    const problems = z
      .object(feedVariables)
      .safeParse({ SCHOOLS_FEED_KEY: 'short', SCHOOLS_FEED_URL: 'schools' });
    const paths = problems.error?.issues.map(({ path }) => path.join()).sort();
    expect(paths).toEqual(['FEED_KEY', 'SCHOOLS_FEED_KEY', 'SCHOOLS_FEED_URL']);
  });
});
