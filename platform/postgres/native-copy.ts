import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, runsAsRoot } from './account.ts';
import { ownFolder } from './own-folder.ts';
import { linkLibraries } from './shared-libraries.ts';

const cacheParents = () =>
  runsAsRoot() ? ['/var/cache', tmpdir(), '/tmp'] : [join(homedir(), '.cache'), tmpdir()];

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/** The binaries once more, where the account can run them. Appears complete or not at all. */
export function copyNative(native: string, version: string, account: Account | undefined): string {
  const cache = ownFolder(account, cacheParents());
  const copy = join(cache, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(copy)) return copy;
  const staging = mkdtempSync(join(cache, 'copying-'));
  cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
  linkLibraries(staging);
  openToAll(staging);
  try {
    renameSync(staging, copy);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
