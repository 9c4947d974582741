import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../startup-error.ts';
import { processStart } from './process-identity.ts';

const PREFIX = 'postgres.owner.';
const Owner = z.object({ pid: z.number(), started: z.string() });

function generations(home: string): number[] {
  return readdirSync(home)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => Number(name.slice(PREFIX.length)))
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}

const highest = (home: string): number => generations(home).at(-1) ?? 0;

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

/** An empty file was released; a missing one lost to a higher generation. */
function livePid(file: string): number | undefined {
  const written = readOwner(file);
  if (written === '') return undefined;
  const { pid, started } = Owner.parse(JSON.parse(written));
  return processStart(pid) === started ? pid : undefined;
}

/** Linking a finished file makes it appear with its content, and fails where the name is taken. */
function claim(home: string, generation: number): boolean {
  const draft = join(home, `postgres.claim.${randomUUID()}`);
  const owner = { pid: process.pid, started: processStart(process.pid) };
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o644 });
  try {
    linkSync(draft, join(home, `${PREFIX}${generation}`));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/**
 * Makes this process the only owner of a home, or says who is.
 *
 * Owners count up: whoever finds the highest generation dead claims the next, and wins if that is still
 * the highest. A dead owner's file is never taken over, so two that find it dead cannot both win, and
 * the highest file stays after its release, so that the count never starts again.
 */
export function acquireLock(home: string): { release(): unknown } {
  for (;;) {
    const last = highest(home);
    const pid = livePid(join(home, `${PREFIX}${last}`));
    if (pid !== undefined) {
      throw new StartupError(
        `The database in "${home}" is in use by process ${pid}; stop that one first, or set DATA_DIR to another folder.`,
      );
    }
    const mine = join(home, `${PREFIX}${last + 1}`);
    if (!claim(home, last + 1)) continue;
    if (highest(home) === last + 1) {
      for (const older of generations(home).filter((generation) => generation <= last)) {
        rmSync(join(home, `${PREFIX}${older}`), { force: true });
      }
      return { release: () => existsSync(mine) && truncateSync(mine) };
    }
    rmSync(mine, { force: true });
  }
}
