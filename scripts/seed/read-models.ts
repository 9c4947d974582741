import { catchUpAll, openLocalFollowings } from '../graph/local-followings.ts';
import type { Progress } from './progress.ts';
import type { DatabaseUrls } from './seeded-state.ts';

/** Facts in one transaction: a load has many. */
const PAGE = 5_000;

/** Tells the four subgraphs what the others' databases hold. Where it is interrupted, they go on by themselves. */
export async function fillReadModels(urls: DatabaseUrls, progress: Progress): Promise<void> {
  progress.step('What subgraphs know of each other');
  const log = { warn() {} };
  const { followings, close } = await openLocalFollowings({ urls, log, pageSize: PAGE });
  try {
    for (const [done, following] of followings.entries()) {
      progress.advance(done, followings.length);
      await following.catchUp();
    }
    await catchUpAll(followings);
    progress.advance(followings.length, followings.length);
  } finally {
    await close();
  }
}
