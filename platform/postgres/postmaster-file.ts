import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOCKET_FOLDER_LINE = 4;
const STATUS_LINE = 7;

/** PostgreSQL writes this file into its cluster while it runs, and removes it as its last act. */
export const postmasterFile = (cluster: string): string => join(cluster, 'postmaster.pid');

export function readPostmaster(cluster: string) {
  const file = postmasterFile(cluster);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return {
    pid: Number(lines[0]),
    socketFolder: lines[SOCKET_FOLDER_LINE] ?? '',
    ready: lines[STATUS_LINE]?.trim() === 'ready',
  };
}
