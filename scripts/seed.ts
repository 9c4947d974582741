import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readEnv } from '../platform/env.ts';
import { dayInMassachusetts } from '../platform/massachusetts-time.ts';
import { startPostgres } from '../platform/postgres/start-postgres.ts';
import { StartupError } from '../platform/startup-error.ts';
import { showProgress } from './seed/progress.ts';
import { seedDemo } from './seed/seed-demo.ts';
import type { DatabaseUrls } from './seed/seeded-state.ts';

const HELP = `Fills the four databases with the demo: invented students, schools and employers.

  npm run seed -- [--students N] [--seed S] [--as-of DATE] [--reset]

  --students N   how many students there are (5000)
  --seed S       another number gives other data; the same one the same (1)
  --as-of DATE   the day the demo is relative to, as 2026-10-15 (today in Massachusetts)
  --reset        replaces what the databases hold

The databases are those of the *_DATABASE_URL variables or, where none is set, the embedded ones
under DATA_DIR. They must be migrated.
`;

const DEFAULTS = { students: '5000', seed: '1' };

type OpenDatabases = { readonly urls: DatabaseUrls; close(): Promise<void> };

async function openDatabases(): Promise<OpenDatabases> {
  const url = z.url().optional();
  const env = readEnv({
    DATA_DIR: z.string().default('.data'),
    SCHOOLS_AND_NETWORK_DATABASE_URL: url,
    EMPLOYERS_AND_SITES_DATABASE_URL: url,
    STUDENTS_AND_MYCAP_DATABASE_URL: url,
    PLACEMENTS_DATABASE_URL: url,
  });
  const given = [
    env.SCHOOLS_AND_NETWORK_DATABASE_URL,
    env.EMPLOYERS_AND_SITES_DATABASE_URL,
    env.STUDENTS_AND_MYCAP_DATABASE_URL,
    env.PLACEMENTS_DATABASE_URL,
  ];
  const [schools, employers, students, placements] = given;
  if (schools && employers && students && placements) {
    return { urls: { schools, employers, students, placements }, close: async () => {} };
  }
  if (given.some((value) => value !== undefined)) {
    throw new StartupError('Set all four *_DATABASE_URL variables, or none.');
  }
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const postgres = await startPostgres({ dataDir: env.DATA_DIR, log });
  const urls = {
    schools: postgres.url('schools-and-network'),
    employers: postgres.url('employers-and-sites'),
    students: postgres.url('students-and-mycap'),
    placements: postgres.url('placements'),
  };
  return { urls, close: () => postgres.stop() };
}

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      students: { type: 'string', default: DEFAULTS.students },
      seed: { type: 'string', default: DEFAULTS.seed },
      'as-of': { type: 'string' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { urls, close } = await openDatabases();
  try {
    await seedDemo({
      urls,
      students: Number(values.students),
      seed: Number(values.seed),
      asOf: values['as-of'] ?? dayInMassachusetts(new Date()),
      reset: values.reset,
      progress: showProgress(process.stdout),
    });
  } finally {
    await close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
