import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readEnv } from '../platform/env.ts';
import { dayInMassachusetts } from '../platform/massachusetts-time.ts';
import { openDatabases } from './graph/databases.ts';
import { showProgress } from './seed/progress.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { isSeeded } from './seed/seeded-state.ts';

const HELP = `Fills the four databases with the demo: invented students, schools and employers.

  npm run seed -- [--students N] [--seed S] [--as-of DATE] [--reset | --once]

  --students N   how many students there are (5000)
  --seed S       another number gives other data; the same one the same (1)
  --as-of DATE   the day the demo is relative to, as 2026-10-15 (today in Massachusetts)
  --reset        replaces what the databases hold
  --once         does nothing where the demo stands already

The databases are those of the *_DATABASE_URL variables or, where none is set, the embedded ones
under DATA_DIR (.data). They are migrated first.
`;

const DEFAULTS = { students: '5000', seed: '1' };

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      students: { type: 'string', default: DEFAULTS.students },
      seed: { type: 'string', default: DEFAULTS.seed },
      'as-of': { type: 'string' },
      reset: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { DATA_DIR } = readEnv({ DATA_DIR: z.string().default('.data') });
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const { urls, close } = await openDatabases(DATA_DIR, say);
  try {
    if (values.once && (await isSeeded(urls))) return;
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
