import pg from 'pg';

/** One subgraph's connections. Prisma's adapter and the compiled reads share them. */
export type Database = {
  readonly pool: pg.Pool;
  /** Statements sent since the start: what a test counts, and `/metrics` shows. */
  statements(): number;
  close(): Promise<void>;
};

/** Connections a process keeps open to one database. */
const MAX_CONNECTIONS = 10;
/** How long a request waits for a connection before it is told that the database is unavailable. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Opens a pool. Nothing is sent until the first query. */
export function openDatabase(url: string): Database {
  let count = 0;
  class CountingClient extends pg.Client {
    // `pg` declares a dozen overloads of `query`; counting needs none of their differences.
    override query = ((...given: Parameters<pg.Client['query']>) => {
      count += 1;
      return super.query(...given);
    }) as pg.Client['query'];
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    Client: CountingClient,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return { pool, statements: () => count, close: () => pool.end() };
}
