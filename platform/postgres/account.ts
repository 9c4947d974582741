import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A user that PostgreSQL is started as. */
export type Account = { readonly uid: number; readonly gid: number };

/** Exists by this number on every system, with no rights of its own. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };

export const READ = 4;
export const EXECUTE = 1;

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root lends it the cluster's owner. Undefined stands for the
 * user who runs this process.
 */
export function accountFor(cluster: string): Account | undefined {
  if (!runsAsRoot()) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** What the mode bits say; the account has no groups beyond its own. */
export function permits(account: Account, { uid, gid, mode }: Stats, bits: number): boolean {
  if (uid === account.uid) return ((mode >> 6) & bits) === bits;
  if (gid === account.gid) return ((mode >> 3) & bits) === bits;
  return (mode & bits) === bits;
}

/** Whether every folder on the way lets the account through. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  if (!account) return true;
  let path = realpathSync(folder);
  while (permits(account, statSync(path), EXECUTE)) {
    const parent = dirname(path);
    if (parent === path) return true;
    path = parent;
  }
  return false;
}
