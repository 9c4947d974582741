import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import type { Account } from './account.ts';
import { USER } from './endpoint.ts';
import { stopOnExit } from './exit-hooks.ts';
import type { Place } from './place.ts';

const MAJOR = '18';
const STAGING = 'postgres.new-';
const PASSWORD_FILE = 'connecting-activities.password';

export const readPassword = (cluster: string): string =>
  readFileSync(join(cluster, PASSWORD_FILE), 'utf8').trim();

/** Sorting and case folding follow Unicode code points, the same on every machine. */
const initdbArguments = (cluster: string, passwordFile: string) => [
  ...['--pgdata', cluster, '--username', USER, '--pwfile', passwordFile],
  ...['--auth-local', 'scram-sha-256', '--auth-host', 'scram-sha-256'],
  ...[
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
  ],
  '--no-instructions',
];

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGKILL');
}

/** Runs initdb in a process group of its own, which dies with us whole. */
function runInitdb(
  initdb: string,
  parameters: readonly string[],
  account: Account | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, parameters, {
      ...account,
      cwd: dirname(initdb),
      env: { LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const forget = stopOnExit(() => killGroup(child));
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.once('error', reject).once('close', (code) => {
      forget();
      if (code === 0) resolve();
      else reject(new StartupError(`PostgreSQL cannot create its cluster: ${complaint.trim()}`));
    });
  });
}

/** Built aside and moved into place whole: a start that was interrupted leaves nothing half done. */
async function createCluster(initdb: string, { home, cluster, account }: Place): Promise<void> {
  const staging = mkdtempSync(join(home, STAGING));
  const passwordFile = join(staging, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) {
    for (const path of [passwordFile, staging]) chownSync(path, account.uid, account.gid);
  }
  const built = join(staging, 'cluster');
  await runInitdb(initdb, initdbArguments(built, passwordFile), account);
  renameSync(passwordFile, join(built, PASSWORD_FILE));
  renameSync(built, cluster);
}

function removeStaging(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(STAGING))) {
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

function requireMajor(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR) return;
  throw new StartupError(
    `The cluster in "${cluster}" was made by PostgreSQL ${found}, and this is PostgreSQL ${MAJOR}; move it away or set DATA_DIR to another folder.`,
  );
}

/** Creates the cluster where there is none. */
export async function ensureCluster(initdb: string, place: Place): Promise<void> {
  removeStaging(place.home);
  if (existsSync(place.cluster)) return requireMajor(place.cluster);
  await createCluster(initdb, place);
  removeStaging(place.home);
}
