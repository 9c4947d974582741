import pg from 'pg';

/** A statement as it was sent: what a proof explains. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** One subgraph's connections. Prisma's adapter and the compiled reads share them. */
export type Database = {
  readonly pool: pg.Pool;
  /** Statements sent since the start: what a test counts, and `/metrics` shows. */
  statements(): number;
  /** Shows each statement from now on, until the function that it answers is called. */
  watch(see: (statement: Statement) => void): () => void;
  close(): Promise<void>;
};

/** Connections a process keeps open to one database. */
const MAX_CONNECTIONS = 10;
/** How long a request waits for a connection before it is told that the database is unavailable. */
const CONNECT_TIMEOUT_MS = 8_000;

/** `pg` takes a text and values, or an object that has both, or an object with its values beside it. */
function statementOf([given, beside]: readonly unknown[]): Statement {
  const sent = typeof given === 'object' && given !== null ? given : { text: given };
  const text = 'text' in sent ? String(sent.text) : '';
  const within = 'values' in sent ? sent.values : undefined;
  const values = Array.isArray(beside) ? beside : within;
  return { text, values: Array.isArray(values) ? values : [] };
}

/** Opens a pool. Nothing is sent until the first query. */
export function openDatabase(url: string): Database {
  let count = 0;
  const watching = new Set<(statement: Statement) => void>();
  class CountingClient extends pg.Client {
    // `pg` declares a dozen overloads of `query`; counting needs none of their differences.
    override query = ((...given: Parameters<pg.Client['query']>) => {
      count += 1;
      for (const see of watching) see(statementOf(given));
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
  return {
    pool,
    statements: () => count,
    watch(see) {
      watching.add(see);
      return () => watching.delete(see);
    },
    close: () => pool.end(),
  };
}
