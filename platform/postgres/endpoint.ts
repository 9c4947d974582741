import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { type Account, canEnter } from './account.ts';

export const USER = 'postgres';
const PORT = 5432;
const SOCKET = `.s.PGSQL.${PORT}`;
const TEMPORARY = 'pg-';
/** What the operating system's socket address holds, less its closing zero. */
const MAX_SOCKET_BYTES = process.platform === 'linux' ? 107 : 103;

/** How the server listens, and how a client reaches it. */
export type Endpoint = {
  readonly settings: Readonly<Record<string, string>>;
  url(database: string, password: string): string;
  close(): void;
};

const fits = (folder: string) => Buffer.byteLength(join(folder, SOCKET)) <= MAX_SOCKET_BYTES;

const temporaryParents = () => [tmpdir(), '/tmp', '/var/tmp'];

function privateFolder(account: Account | undefined): string {
  const parent = temporaryParents().find(
    (candidate) => fits(join(candidate, `${TEMPORARY}xxxxxx`)) && canEnter(account, candidate),
  );
  if (!parent) {
    throw new StartupError(
      'No temporary folder is short enough for a Unix socket; set TMPDIR to one.',
    );
  }
  const folder = mkdtempSync(join(parent, TEMPORARY));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Removes a socket's private folder, and nothing else: a killed server's file names it. */
export function removeSocketFolder(folder: string): void {
  const ours =
    basename(folder).startsWith(TEMPORARY) && temporaryParents().includes(dirname(folder));
  if (ours) rmSync(folder, { recursive: true, force: true });
}

/** The host in front satisfies readers of URLs; PostgreSQL's clients take the `host` behind. */
const socketUrl = (folder: string, database: string, password: string) =>
  `postgresql://${USER}:${password}@localhost:${PORT}/${encodeURIComponent(database)}?host=${encodeURIComponent(folder)}`;

function unixEndpoint(cluster: string, account: Account | undefined): Endpoint {
  const folder = fits(cluster) ? cluster : privateFolder(account);
  return {
    settings: {
      listen_addresses: '',
      port: `${PORT}`,
      unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
      unix_socket_permissions: '0700',
    },
    url: (database, password) => socketUrl(folder, database, password),
    close: () => removeSocketFolder(folder),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : PORT));
    });
  });
}

async function tcpEndpoint(): Promise<Endpoint> {
  const port = await freePort();
  return {
    settings: { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: '' },
    url: (database, password) =>
      `postgresql://${USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    close: () => undefined,
  };
}

/** A Unix socket that only the cluster's owner (and root) can open; on Windows a port of this machine alone. */
export async function openEndpoint(
  cluster: string,
  account: Account | undefined,
): Promise<Endpoint> {
  return process.platform === 'win32' ? tcpEndpoint() : unixEndpoint(cluster, account);
}
