import { pino } from 'pino';
import { z } from 'zod';
import { type Database, openDatabase } from './database.ts';
import { readEnv } from './env.ts';
import { feedsOfEnvironment, feedVariables } from './feed/feed-environment.ts';
import { openFeedPool } from './feed/feed-pool.ts';
import { createFollowing } from './feed/follow.ts';
import { createLocalFeed } from './feed/local-feed.ts';
import { createHttpSubgraph } from './graphql/http-subgraph.ts';
import type { SubgraphParts } from './graphql/local-subgraph.ts';
import type { ErrorLog } from './graphql/mask-error.ts';
import { migrate } from './migrate.ts';
import { type Running, runUntilSignal } from './run.ts';

/** How a subgraph is made over its database. */
export type CreateSubgraph = (
  database: Database,
  log: ErrorLog,
  clock: () => Date,
) => SubgraphParts;

export type SubgraphProcess = {
  /** The variable that holds the database's URL. */
  readonly databaseVariable: string;
  readonly migrationsDir: string;
  readonly create: CreateSubgraph;
};

const clock = () => new Date();

async function answers(database: Database): Promise<boolean> {
  try {
    await database.pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}

async function start({ databaseVariable, migrationsDir, create }: SubgraphProcess) {
  const env = readEnv({
    [databaseVariable]: z.string(),
    ACTOR_TOKEN_KEY: z
      .string()
      .min(32, 'It must be the key that the gateway derives for this subgraph'),
    PORT: z.coerce.number().int().min(0).max(65_535),
    HOST: z.string().default('127.0.0.1'),
    ...feedVariables,
  });
  const url = String(env[databaseVariable]);
  const logger = pino();
  // Nothing is sent to the database before it is migrated.
  const database = openDatabase(url);
  const parts = create(database, (error, where) => logger.error({ ...where, err: error }), clock);
  const feeds = feedsOfEnvironment(env, parts.followers);
  await migrate({ url, migrationsDir });
  const pool = openFeedPool(url);
  const following = createFollowing({ pool, followers: parts.followers, feeds, log: logger });
  const app = await createHttpSubgraph(parts, {
    key: String(env.ACTOR_TOKEN_KEY),
    ready: () => answers(database),
    feed: { key: String(env.FEED_KEY), feed: createLocalFeed(pool), lag: following.lag },
  });
  await app.listen({ host: String(env.HOST), port: Number(env.PORT) });
  logger.info({ subgraph: parts.name, addresses: app.addresses() }, 'The subgraph answers');
  following.start();
  const running: Running = {
    async close() {
      await following.stop();
      await app.close();
      await Promise.all([pool.end(), database.close()]);
    },
  };
  return running;
}

/** A subgraph in a process of its own: environment, migrations, HTTP, and a graceful stop. */
export const serveSubgraph = (process: SubgraphProcess): Promise<void> =>
  runUntilSignal(() => start(process));
