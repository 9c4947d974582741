import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PEERS = join('bench', 'peers');
const LOCK = join(PEERS, 'package-lock.json');
const NOTE = join(PEERS, 'node_modules', '.installed');

/** Only where npm has a binary of it, which is Linux on x64. */
export const GRAFBASE = join(
  PEERS,
  'node_modules',
  '@grafbase',
  'cli-x86_64-unknown-linux-musl',
  'grafbase',
);

/** Installs the peers, unless just these are there already. */
export function installPeers(): void {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(NOTE) && readFileSync(NOTE, 'utf8') === wanted) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', PEERS], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    throw new Error('The peers were not installed. Run "npm ci --prefix bench/peers" to see why.');
  writeFileSync(NOTE, wanted);
}
