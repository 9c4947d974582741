import type { Feeds } from '../../platform/feed/feed.ts';
import { openFeedPool } from '../../platform/feed/feed-pool.ts';
import { createFollowing, type Following, type FollowingLog } from '../../platform/feed/follow.ts';
import { createLocalFeed } from '../../platform/feed/local-feed.ts';
import type { DatabaseUrls } from './databases.ts';
import { PARTS } from './parts.ts';

export type LocalFollowings = {
  readonly followings: readonly Following[];
  /** Stops those that run, and lets go of the databases. */
  close(): Promise<void>;
};

type Options = {
  readonly urls: DatabaseUrls;
  readonly log: FollowingLog;
  readonly pageSize?: number;
};

/** Each of the four subgraphs as a follower of the others, without HTTP between them. Not started yet. */
export async function openLocalFollowings({
  urls,
  log,
  ...rest
}: Options): Promise<LocalFollowings> {
  const opened = await Promise.all(
    PARTS.map(async ({ name, database, followers }) => ({
      name,
      followers: await followers(),
      pool: openFeedPool(urls[database]),
    })),
  );
  const feeds: Feeds = new Map(opened.map(({ name, pool }) => [name, createLocalFeed(pool)]));
  const followings = opened.map(({ name, pool, followers }) => {
    const warn = (fields: object, message: string) =>
      log.warn({ ...fields, subgraph: name }, message);
    return createFollowing({ pool, followers, feeds, log: { warn }, ...rest });
  });
  return {
    followings,
    async close() {
      await Promise.all(followings.map((following) => following.stop()));
      await Promise.all(opened.map(({ pool }) => pool.end()));
    },
  };
}

/** Until all of them know all: what one applies may be news to another. Says how many facts that was. */
export async function catchUpAll(followings: readonly Following[]): Promise<number> {
  let all = 0;
  for (;;) {
    let applied = 0;
    for (const following of followings) applied += await following.catchUp();
    all += applied;
    if (applied === 0) return all;
  }
}
