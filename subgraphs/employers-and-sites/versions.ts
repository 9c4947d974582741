import { conflict } from '../../platform/errors.ts';

/** What an input says of the version that its sender saw. */
export const EXPECTED_VERSION =
  'The `version` you saw. Where somebody changed it since, this is `CONFLICT`.';

/** Refuses a change by somebody who did not see the latest one. */
export function requireVersion(what: string, actual: number, expected: number): void {
  if (actual === expected) return;
  throw conflict(
    `${what} has version ${actual}, and you changed version ${expected}. Read it anew, and change that.`,
  );
}
