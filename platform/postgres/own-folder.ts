import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { type Account, canEnter } from './account.ts';

const NAME = 'connecting-activities-graph';

/** A folder that others may read and only we may change, even where its parent is open to everyone. */
function claimFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(path);
  const ours = lstatSync(path).isDirectory() && uid === process.getuid?.() && (mode & 0o022) === 0;
  if (!ours) throw new StartupError(`"${path}" belongs to another user; remove it.`);
  chmodSync(path, 0o755);
  return path;
}

/** Our folder under the first of these parents that we may write and the account may enter. */
export function ownFolder(account: Account | undefined, parents: readonly string[]): string {
  const refusals: string[] = [];
  for (const parent of parents) {
    try {
      const folder = claimFolder(join(parent, NAME));
      if (canEnter(account, folder)) return folder;
      refusals.push(`"${folder}" is closed to uid ${account?.uid}`);
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new StartupError(`PostgreSQL finds no folder to use: ${refusals.join('; ')}.`);
}
