import pg from 'pg';

/** Following is steady and small: requests keep their own connections. */
const MAX_CONNECTIONS = 2;
const CONNECT_TIMEOUT_MS = 5_000;
/** A table that is locked for long, as by a seed, counts as a database that does not answer. */
const LOCK_TIMEOUT_MS = 5_000;

/** The connections with which one subgraph reads its own feed and applies those of others. */
export function openFeedPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}
