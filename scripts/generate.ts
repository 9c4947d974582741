import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { inheritedEnv } from '../platform/env.ts';
import { stopOnExit } from '../platform/postgres/exit-hooks.ts';

const HELP = `Generates each subgraph's Prisma client and Pothos types, where its schema has changed. Needs no network.

  npm run generate             those that are out of date
  npm run generate -- --force  all of them
`;

const ROOT = join(import.meta.dirname, '..');
const SUBGRAPHS = join(ROOT, 'subgraphs');
const MODULES = join(ROOT, 'node_modules');

/** A subgraph's folder, with what its generated code came from. */
type Target = { readonly name: string; readonly folder: string; readonly fingerprint: string };

const stampOf = ({ folder }: Target) => join(folder, 'generated', '.stamp');
const findSubgraphs = (parent: string) =>
  readdirSync(parent).filter((name) => existsSync(join(parent, name, 'prisma.config.ts')));

/** Everything that decides what comes out: the schema, its configuration, and the generators' manifests. */
function fingerprint(folder: string): string {
  const sources = [
    join(folder, 'prisma', 'schema.prisma'),
    join(folder, 'prisma.config.ts'),
    join(MODULES, 'prisma', 'package.json'),
    join(MODULES, '@pothos', 'plugin-prisma', 'package.json'),
  ];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source)).update('\0');
  return hash.digest('hex');
}

function isFresh(target: Target): boolean {
  const stamp = stampOf(target);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === target.fingerprint;
}

/**
 * Generating needs no engine, but Prisma fetches one unless it is told where one is: any file will do.
 * The Pothos generator is found through PATH.
 */
function generatorEnv() {
  const env = inheritedEnv();
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...env,
    [path]: [join(MODULES, '.bin'), env[path]].join(delimiter),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
}

async function generate(target: Target): Promise<string> {
  rmSync(stampOf(target), { force: true });
  const prisma = spawn(
    process.execPath,
    [join(MODULES, 'prisma', 'build', 'index.js'), 'generate', '--no-hints'],
    { cwd: target.folder, env: generatorEnv(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const forget = stopOnExit(() => prisma.kill());
  const ended = new Promise<number | null>((resolve, reject) => {
    prisma.once('error', reject).once('close', resolve);
  }).finally(forget);
  const [code, output, complaint] = await Promise.all([
    ended,
    text(prisma.stdout),
    text(prisma.stderr),
  ]);
  if (code !== 0) {
    throw new Error(`Generating the client of "${target.name}" fails:\n${output}${complaint}`);
  }
  writeFileSync(stampOf(target), target.fingerprint);
  return target.name;
}

/** Says which subgraphs' code was generated anew. */
export async function generateClients({
  force = false,
  subgraphsDir = SUBGRAPHS,
} = {}): Promise<readonly string[]> {
  const targets = findSubgraphs(subgraphsDir).map((name) => {
    const folder = join(subgraphsDir, name);
    return { name, folder, fingerprint: fingerprint(folder) };
  });
  const stale = targets.filter((target) => force || !isFresh(target));
  return Promise.all(stale.map(generate));
}

async function main(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { force: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return HELP;
  const names = await generateClients({ force: values.force });
  return names.length === 0 ? 'Every client is up to date.\n' : `Generated ${names.join(', ')}.\n`;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(await main(process.argv.slice(2)));
}
