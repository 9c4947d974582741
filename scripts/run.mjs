import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run/kept.mjs';
import { prepare } from './run/prepare.mjs';

const HELP = `Runs a program of this repository as JavaScript, built under .cache/build when its sources have changed.

  node scripts/run.mjs FILE [its arguments]
  node scripts/run.mjs --build FILE…          builds them and what they start in threads, and runs nothing
`;

/** Not every Node that runs us can keep what it compiled: 22.1 and later can. */
async function keepCompiled() {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.(resolve(ROOT, '.cache', 'compiled'));
}

async function buildAll(files) {
  const left = files.map((file) => resolve(file));
  const done = new Set();
  for (const file of left) {
    if (done.has(file)) continue;
    done.add(file);
    const { threads } = await prepare(file);
    left.push(...threads);
    process.stdout.write(`Built ${relative(ROOT, file)}.\n`);
  }
}

const CANNOT_WRITE = ['EACCES', 'EPERM', 'EROFS'];

/** Where nothing can be written, and nothing was built before, it runs as it is. */
async function readAsItIs(source, error) {
  if (!CANNOT_WRITE.includes(error.code)) throw error;
  const { register } = await import('tsx/esm/api');
  register();
  return { program: source };
}

async function run(file, args) {
  // Nothing of ours asks it. Libraries leave out what is for their own developers: graphql-js checks types in half of the time.
  process.env.NODE_ENV ??= 'production';
  await keepCompiled();
  const source = resolve(file);
  const { program } = await prepare(source).catch((error) => readAsItIs(source, error));
  process.argv = [process.execPath, source, ...args];
  await import(pathToFileURL(program).href);
}

const [first = '--help', ...rest] = process.argv.slice(2);
if (first === '--help') process.stdout.write(HELP);
else if (first === '--build') await buildAll(rest);
else await run(first, rest);
