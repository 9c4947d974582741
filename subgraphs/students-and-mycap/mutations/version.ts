import { conflict } from '../../../platform/errors.ts';

/** What every input says of its field `expectedVersion`. */
export const EXPECTED_VERSION =
  'The `version` you have read: where somebody changed it since, this is `CONFLICT`.';

type Versioned = { readonly version: number };

/** Refuses a change to something that is not what the caller has read. */
export function requireVersion(
  what: string,
  { version }: Versioned,
  expected: number | null | undefined,
): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw conflict(
    `The ${what} has version ${version}, not ${expected}: somebody changed it. Read it again.`,
  );
}

/** Refuses where a row that was read a moment ago was not there any more to be changed. */
export function requireChanged(what: string, { count }: { readonly count: number }): void {
  if (count === 1) return;
  throw conflict(`Somebody else changed the ${what} at this moment. Read it again.`);
}
