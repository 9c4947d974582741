import type pg from 'pg';
import type { SubgraphName } from '../subgraph.ts';
import { applyNext } from './apply-page.ts';
import type { Follower } from './fact.ts';
import type { Feeds } from './feed.ts';
import { backoff, IDLE_MS, pause } from './rhythm.ts';

const PAGE = 500;
/** How long `catchUp` waits for transactions under way before it leaves their facts for later. */
const PATIENCE_MS = 5_000;
const HELD_MS = 10;
const SECOND_MS = 1_000;

export type FollowingLog = { warn(fields: object, message: string): void };

export type FollowingOptions = {
  /** The follower's own database; see `openFeedPool`. */
  readonly pool: pg.Pool;
  readonly followers: readonly Follower[];
  readonly feeds: Feeds;
  readonly log: FollowingLog;
  /** Facts applied in one transaction. */
  readonly pageSize?: number;
  readonly patienceMs?: number;
};

/** How long ago all that a source had was known here; null where it never was since the start. */
export type Lag = { readonly source: SubgraphName; readonly seconds: number | null };

export type Following = {
  /** Applies all that the sources have, and says how many facts that was. */
  catchUp(): Promise<number>;
  /** Follows until `stop`. */
  start(): void;
  /** Ends after the page under way. */
  stop(): Promise<void>;
  lag(): readonly Lag[];
};

/** What may stand in a log: a database's error also has details, and those are rows. */
function reasonOf(error: unknown): string {
  // Node says a host with several addresses as one error without a message.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

function requirePossible({ followers, feeds }: FollowingOptions): void {
  const sources = followers.map(({ source }) => source);
  const twice = sources.find((source, index) => sources.indexOf(source) !== index);
  if (twice) throw new Error(`Two followers of ${twice} would share a cursor; make them one.`);
  const missing = sources.find((source) => !feeds.has(source));
  if (missing) throw new Error(`There is no feed of ${missing} to follow.`);
}

/** Keeps a subgraph's copies of others' facts up to date. */
export function createFollowing(options: FollowingOptions): Following {
  requirePossible(options);
  const { pool, followers, feeds, log, pageSize: limit = PAGE, patienceMs = PATIENCE_MS } = options;
  const upToDate = new Map<SubgraphName, number>();

  async function look(follower: Follower, signal?: AbortSignal) {
    const result = await applyNext({ pool, feeds, follower, limit, signal });
    if (!result.more && !result.waiting) upToDate.set(follower.source, Date.now());
    return result;
  }

  async function drain(follower: Follower): Promise<number> {
    let applied = 0;
    let patientUntil = Date.now() + patienceMs;
    for (;;) {
      const result = await look(follower);
      applied += result.applied;
      if (result.applied > 0) patientUntil = Date.now() + patienceMs;
      if (result.more) continue;
      if (!result.waiting || Date.now() >= patientUntil) return applied;
      await pause(HELD_MS);
    }
  }

  const secondsSince = (time: number | undefined) =>
    time === undefined ? null : Math.round((Date.now() - time) / SECOND_MS);

  /** One line when a source goes down, and one when it is back. */
  function tell({ source }: Follower, failures: number, error?: unknown): void {
    const known = { source, secondsBehind: secondsSince(upToDate.get(source)) };
    if (failures > 0) log.warn({ ...known, failures }, 'The feed is followed again.');
    else
      log.warn(
        { ...known, reason: reasonOf(error) },
        'The feed cannot be followed; it is tried again.',
      );
  }

  async function attempt(follower: Follower, failures: number, signal: AbortSignal) {
    try {
      const { more } = await look(follower, signal);
      if (failures > 0) tell(follower, failures);
      return { failures: 0, wait: more ? 0 : IDLE_MS };
    } catch (error) {
      if (failures === 0 && !signal.aborted) tell(follower, failures, error);
      return { failures: failures + 1, wait: backoff(failures) };
    }
  }

  async function follow(follower: Follower, signal: AbortSignal): Promise<void> {
    let last = { failures: 0, wait: 0 };
    while (!signal.aborted) {
      last = await attempt(follower, last.failures, signal);
      await pause(last.wait, signal);
    }
  }

  let running: { readonly end: AbortController; readonly ended: Promise<unknown> } | null = null;
  return {
    async catchUp() {
      let applied = 0;
      for (const follower of followers) applied += await drain(follower);
      return applied;
    },
    start() {
      if (running) return;
      const end = new AbortController();
      const loops = followers.map((follower) => follow(follower, end.signal));
      running = { end, ended: Promise.all(loops) };
    },
    async stop() {
      running?.end.abort();
      await running?.ended;
      running = null;
    },
    lag: () =>
      followers.map(({ source }) => ({ source, seconds: secondsSince(upToDate.get(source)) })),
  };
}
