import { beginLoad, endLoad } from '../../platform/feed/bulk-load.ts';
import { createCalendar } from './calendar.ts';
import { restoreIndexes, setIndexesAside } from './indexes.ts';
import type { Progress } from './progress.ts';
import { fillReadModels } from './read-models.ts';
import { MAX_STUDENTS, MIN_STUDENTS } from './scale.ts';
import { type DatabaseUrls, markSeeded } from './seeded-state.ts';
import { closeTargets, openTargets, type Target, writeTo } from './targets.ts';
import { tellDemo } from './tell-demo.ts';
import { createWorld } from './world.ts';

export type SeedRequest = {
  readonly urls: DatabaseUrls;
  readonly students: number;
  /** The same seed and day give the same data. */
  readonly seed: number;
  /** YYYY-MM-DD; the demo is relative to it. */
  readonly asOf: string;
  /** Replaces what is there. */
  readonly reset?: boolean;
  readonly progress: Progress;
};

/**
 * Fills the four migrated databases with the demo. Each is filled in one transaction that ends with its
 * mark, so a seed that was interrupted leaves databases with all or nothing, and can simply run again.
 * What each keeps of the others follows from their facts, and is told last.
 */
export async function seedDemo(request: SeedRequest): Promise<void> {
  requirePossible(request);
  const targets = await openTargets(request.urls);
  try {
    if (!request.reset) requireUnseeded(targets);
    requireMigrated(targets);
    await fill(targets, request);
  } finally {
    await closeTargets(targets);
  }
}

async function fill(targets: readonly Target[], request: SeedRequest): Promise<void> {
  const { students, seed, asOf, progress } = request;
  await inEach(targets, truncate);
  await inEach(targets, ({ client }) => beginLoad(client));
  const aside = await setIndexesAside(targets, students);
  const world = createWorld({ seed, students, calendar: createCalendar(asOf) }, writeTo(targets));
  const rest = async () => {
    await Promise.all(targets.map(({ load }) => load.flushIfFull()));
  };
  await tellDemo(world, rest, progress);

  progress.step('Indexes and statistics');
  await inEach(targets, ({ load }) => load.finish());
  await restoreIndexes(aside);
  // Publishing reads all of it: PostgreSQL must know how large its tables are by now.
  await inEach(targets, analyze);
  progress.step('Facts for other subgraphs');
  await inEach(targets, ({ client }) => endLoad(client));
  await inEach(targets, ({ client, name }) => markSeeded(client, name, { students, seed, asOf }));
  await inEach(targets, ({ client }) => client.query('commit'));
  await fillReadModels(request.urls, progress);
  await inEach(targets, analyze);
  progress.done(`The demo has ${students} students, as of ${asOf}.`);
}

async function inEach(targets: readonly Target[], run: (target: Target) => Promise<unknown>) {
  await Promise.all(targets.map(run));
}

/** Every table but the history of migrations, as a list in SQL. */
async function tablesOf({ client }: Target): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = current_schema() and tablename <> '_prisma_migrations'`,
  );
  return rows.map(({ name }) => name).join(', ');
}

async function truncate(target: Target): Promise<void> {
  await target.client.query(`truncate ${await tablesOf(target)}`);
}

/** By their names: PostgreSQL's own tables that databases share would stay locked to the transaction's end. */
async function analyze(target: Target): Promise<void> {
  await target.client.query(`analyze ${await tablesOf(target)}`);
}

function requirePossible({ students, seed, asOf }: SeedRequest): void {
  if (!Number.isInteger(students) || students < MIN_STUDENTS || students > MAX_STUDENTS) {
    throw new RangeError(
      `The demo can have ${MIN_STUDENTS} to ${MAX_STUDENTS} students, not ${students}.`,
    );
  }
  if (!Number.isInteger(seed) || seed < 0) {
    throw new RangeError(`A seed number is a whole number from 0 up, not ${seed}.`);
  }
  createCalendar(asOf);
}

function requireMigrated(targets: readonly Target[]): void {
  const missing = targets.find(({ state }) => state === 'NOT_MIGRATED');
  if (missing) {
    throw new Error(`The "${missing.name}" database has no tables yet; migrate it first.`);
  }
}

/** Some seeded and some empty is what an interrupted seed leaves; that is done again. */
function requireUnseeded(targets: readonly Target[]): void {
  const foreign = targets.find(({ state }) => state === 'FOREIGN');
  if (foreign) {
    throw new Error(
      `The "${foreign.name}" database has rows that are not the demo's; --reset would replace them.`,
    );
  }
  if (targets.every(({ state }) => state === 'SEEDED')) {
    throw new Error('The databases already hold the demo; seed again with --reset to replace it.');
  }
}
