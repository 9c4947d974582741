import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { type Account, accountFor, canEnter, runsAsRoot } from './account.ts';
import { ownFolder } from './own-folder.ts';

/** Where one cluster lives, and as whom. `home` holds what is ours, `cluster` what is PostgreSQL's. */
export type Place = {
  readonly home: string;
  readonly cluster: string;
  readonly account: Account | undefined;
};

const STATE_PARENTS = ['/var/lib', '/var/tmp', tmpdir()];
const clusterIn = (home: string) => join(home, 'postgres');

function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch {
    throw new StartupError(
      `The data directory "${resolve(dataDir)}" cannot be written; set DATA_DIR to one that can.`,
    );
  }
}

function stateFolder(dataDir: string, account: Account | undefined): string {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join(ownFolder(account, STATE_PARENTS), key);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

/** The data directory itself, or where its `location` file points, written when the account cannot enter. */
function homeOf(dataDir: string): string {
  const location = join(dataDir, 'location');
  if (existsSync(location)) {
    const home = readFileSync(location, 'utf8').trim();
    mkdirSync(home, { recursive: true, mode: 0o755 });
    return realpathSync(home);
  }
  const account = accountFor(clusterIn(dataDir));
  if (canEnter(account, dataDir)) return dataDir;
  const home = stateFolder(dataDir, account);
  writeFileSync(location, `${home}\n`);
  return home;
}

function requireOwn(cluster: string): void {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || runsAsRoot() || owner === process.getuid?.()) return;
  if (process.platform === 'win32') return;
  throw new StartupError(
    `The database in "${cluster}" belongs to user ${owner}; start as that user or as root, or set DATA_DIR to another folder.`,
  );
}

export function choosePlace(dataDir: string): Place {
  const home = homeOf(openDataDir(dataDir));
  const cluster = clusterIn(home);
  requireOwn(cluster);
  return { home, cluster, account: accountFor(cluster) };
}
