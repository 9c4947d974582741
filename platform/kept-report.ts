import type pg from 'pg';

/** What sorting and hashing a whole state may take: counting is rare, and one at a time. */
const BEGIN = `begin; set local work_mem = '128MB'`;
/** Younger than this, what is kept is answered unasked. */
const FRESH_MS = 60_000;
/** Older than this, a report whose source moved is counted again before it is answered. */
const STALE_MS = 15 * 60_000;

type Run = {
  readonly computed_at: Date;
  /** Whether it was counted by today's definition, and its source has not moved since. */
  readonly same_definition: boolean;
  readonly same_source: boolean;
};

type Report = {
  readonly pool: pg.Pool;
  readonly name: string;
  /** What is kept under another definition is counted again. */
  readonly version: string;
  /**
   * Counts one year and puts it in the place of what is kept of it. Answers whether nobody was
   * writing when the statement that counted began: {@link NOBODY_WRITES}, asked in that statement.
   */
  readonly replace: (client: pg.PoolClient, year: number) => Promise<boolean>;
};

/** SQL: no transaction is under way that the statement does not see. */
export const NOBODY_WRITES =
  '(select count(*) = 0 from pg_snapshot_xip(pg_current_snapshot()) as running)';

/**
 * Where the source stands. Writers move the sequence before they commit, so it is read before the
 * counting statement begins: a writer who moved it by then is either seen or still under way.
 */
const SOURCE = `(select is_called || ' ' || last_value from report_source)`;

const RUN = `select computed_at, version = $3 as same_definition, coalesce(source = ${SOURCE}, false) as same_source
  from report_run where report = $1 and year = $2`;

const REMEMBER = `insert into report_run (report, year, version, source, computed_at) values ($1, $2, $3, $4, $5)
  on conflict (report, year) do update
  set version = excluded.version, source = excluded.source, computed_at = excluded.computed_at`;

async function findRun(client: pg.Pool | pg.PoolClient, { name, version }: Report, year: number) {
  const { rows } = await client.query<Run>(RUN, [name, year, version]);
  return rows[0];
}

/** One process at a time counts a year of a report; the others take what it kept. */
async function recount(
  client: pg.PoolClient,
  report: Report,
  year: number,
  now: Date,
): Promise<void> {
  const { name, version } = report;
  await client.query('select pg_advisory_xact_lock(hashtext($1), $2)', [name, year]);
  const known = await findRun(client, report, year);
  if (known?.same_definition && known.same_source) return;
  const source = await client.query<{ at: string }>(`select ${SOURCE} as at`);
  const alone = await report.replace(client, year);
  const mark = alone ? source.rows[0]?.at : null;
  await client.query(REMEMBER, [name, year, version, mark, now]);
}

const ignore = () => undefined;

async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  // The query that meets a broken connection rejects; without a listener the process would end.
  client.on('error', ignore);
  try {
    await client.query(BEGIN);
    await work(client);
    await client.query('commit');
    client.off('error', ignore);
    client.release();
  } catch (error) {
    // What broke may be the connection: it is closed, which ends the transaction too.
    client.release(true);
    throw error;
  }
}

/**
 * Reports whose rows are kept in a table, counted when they are first asked and again when their
 * source has moved. Await it before what is kept is read; `report_run` has when that was counted. What
 * is a few minutes old may be read, and is counted again meanwhile.
 */
export function keepReport(report: Report) {
  const counting = new Map<number, Promise<void>>();
  const count = (year: number, now: Date): Promise<void> => {
    const running = counting.get(year);
    if (running) return running;
    const started = inTransaction(report.pool, (client) =>
      recount(client, report, year, now),
    ).finally(() => counting.delete(year));
    counting.set(year, started);
    return started;
  };
  return async function upToDate(year: number, now: Date): Promise<void> {
    const run = await findRun(report.pool, report, year);
    if (!run?.same_definition) return count(year, now);
    const age = now.getTime() - run.computed_at.getTime();
    if (age < FRESH_MS || run.same_source) return;
    if (age >= STALE_MS) return count(year, now);
    // Whoever asks next counts again where this fails; a failure that lasts is met at STALE_MS.
    count(year, now).catch(() => {});
  };
}
