import { badUserInput, conflict } from '../../../platform/errors.ts';
import { isUuid } from '../../../platform/ids.ts';

/** Lists by the names that a caller gave them; each has at most `most` entries. */
export function checkCounts(
  lists: Readonly<Record<string, readonly unknown[] | null | undefined>>,
  most: number,
): void {
  for (const [name, list] of Object.entries(lists)) {
    if ((list?.length ?? 0) <= most) continue;
    throw badUserInput(`"${name}" has ${list?.length} entries; at most ${most} are possible.`);
  }
}

/** Refuses to change what somebody else changed after the caller read it. */
export function checkVersion(expected: number | null | undefined, version: number): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw conflict(
    `"expectedVersion" is ${expected}, but it is at version ${version} now. Read it again.`,
  );
}

/** What every input says of its `expectedVersion`. */
export const EXPECTED_VERSION =
  'The `version` that you read; where it is another one by now, nothing is done and the answer is `CONFLICT`.';

/** Ids that can exist at all, each once. */
export const distinctIds = (ids: readonly string[]): string[] => [...new Set(ids)].filter(isUuid);
