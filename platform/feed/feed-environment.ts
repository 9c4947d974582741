import { z } from 'zod';
import { StartupError } from '../startup-error.ts';
import { SUBGRAPHS, type SubgraphName } from '../subgraph.ts';
import type { Follower } from './fact.ts';
import type { Feeds } from './feed.ts';
import { createHttpFeed } from './http-feed.ts';

const PREFIXES: Readonly<Record<SubgraphName, string>> = {
  'schools-and-network': 'SCHOOLS',
  'employers-and-sites': 'EMPLOYERS',
  'students-and-mycap': 'STUDENTS',
  placements: 'PLACEMENTS',
};
const urlOf = (source: SubgraphName) => `${PREFIXES[source]}_FEED_URL`;
const keyOf = (source: SubgraphName) => `${PREFIXES[source]}_FEED_KEY`;

const key = z.string().min(32, 'It must be the key that "npm run token-key" prints');

/** A subgraph's own feed key, and where the others' feeds are, with their keys. */
export const feedVariables: z.ZodRawShape = {
  FEED_KEY: key,
  ...Object.fromEntries(
    SUBGRAPHS.flatMap((source) => [
      [urlOf(source), z.url().optional()],
      [keyOf(source), key.optional()],
    ]),
  ),
};

/** The feeds of all sources. Throws a {@link StartupError} that names every variable that is missing. */
export function feedsOfEnvironment(
  env: Readonly<Record<string, unknown>>,
  followers: readonly Follower[],
): Feeds {
  const names = followers.flatMap(({ source }) => [urlOf(source), keyOf(source)]);
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length > 0)
    throw new StartupError(
      `This subgraph follows others. Set ${missing.join(', ')}: where their /feed is, and the key to it.`,
    );
  return new Map(
    followers.map(({ source }) => {
      const [url, feedKey] = [String(env[urlOf(source)]), String(env[keyOf(source)])];
      return [source, createHttpFeed({ source, url, key: feedKey })];
    }),
  );
}
