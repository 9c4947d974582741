import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from './compose-file.ts';
import { RUNNER, startProcess } from './processes.ts';

const CACHE = join(ROOT, '.cache');
const SLOW = 60_000;

/** A program of two files and a thread, beside what it reads. */
const PROGRAM = {
  'program.ts': `import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { startTypeScriptThread } from '../../platform/typescript-thread.ts';
import { greeting } from './greeting.ts';
const name: string = readFileSync(new URL('name.txt', import.meta.url), 'utf8');
const here = process.argv[1] === import.meta.filename;
const said = [greeting, name, here, ...process.argv.slice(2)];
const thread: Worker = startTypeScriptThread(new URL('./thread.ts', import.meta.url), {});
thread.on('message', (heard: string) => process.stdout.write([...said, heard].join(' ')));
`,
  'thread.ts': `import { parentPort } from 'node:worker_threads';
import { greeting } from './greeting.ts';
parentPort?.postMessage(\`\${greeting} thread\`);
`,
  'greeting.ts': "export const greeting: string = 'Hello';\n",
  'name.txt': 'Ada',
};

let folder: string;
let program: string;
const buildsOf = (name: string) =>
  readdirSync(join(CACHE, 'build', `.cache-${basename(folder)}-${name}`)).filter((file) =>
    /^[\da-f]{64}$/.test(file),
  );

beforeEach(() => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'run-test-'));
  program = join(folder, 'program.ts');
  for (const [name, text] of Object.entries(PROGRAM)) writeFileSync(join(folder, name), text);
});
afterEach(() => {
  const builds = readdirSync(join(CACHE, 'build')).filter((name) =>
    name.includes(basename(folder)),
  );
  for (const name of builds) rmSync(join(CACHE, 'build', name), { recursive: true });
  rmSync(folder, { recursive: true });
});

async function run(...args: readonly string[]) {
  const running = startProcess(process.execPath, [RUNNER, program, ...args], {});
  return { code: await running.ended, said: running.said() };
}

it(
  'a program and its thread run as built, as if they were where their sources are',
  async () => {
    expect(await run('--loud')).toEqual({ code: 0, said: 'Hello Ada true --loud Hello thread' });
    expect(buildsOf('program')).toHaveLength(1);
    expect(buildsOf('thread')).toHaveLength(1);
  },
  SLOW,
);

it(
  'a program is built again when a source says something else, not when only its time is another',
  async () => {
    await run();
    const greeting = join(folder, 'greeting.ts');
    utimesSync(greeting, 0, 0);
    await run();
    expect(buildsOf('program')).toHaveLength(1);
    writeFileSync(greeting, "export const greeting: string = 'Adieu';\n");
    expect((await run()).said).toBe('Adieu Ada true Adieu thread');
    expect(buildsOf('program')).toHaveLength(2);
  },
  SLOW,
);

it(
  'processes that build the same at the same time do not disturb one another',
  async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => run()));
    expect(all).toEqual(all.map(() => ({ code: 0, said: 'Hello Ada true Hello thread' })));
    expect(buildsOf('program')).toHaveLength(1);
    const home = join(CACHE, 'build', `.cache-${basename(folder)}-program`);
    expect(readdirSync(home)).toHaveLength(2);
  },
  SLOW,
);

it(
  'what is built beforehand holds the threads, too',
  () => {
    const built = spawnSync(process.execPath, [RUNNER, '--build', program], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(built.stdout).toMatch(/^Built .+program\.ts\.\nBuilt .+thread\.ts\.\n$/);
    expect(buildsOf('thread')).toHaveLength(1);
  },
  SLOW,
);

it(
  'an error of a source says where in it',
  async () => {
    writeFileSync(join(folder, 'greeting.ts'), 'export const greeting = ;\n');
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain('greeting.ts:1:24: ERROR: Unexpected ";"');
  },
  SLOW,
);
