import { badUserInput } from '../../platform/errors.ts';

/** The most items of a list that is not read page by page: ours have a few, or some dozens. */
export const MAX_LIST = 100;
/** The most characters of a name or a title. */
export const MAX_NAME = 200;
/** The most characters of a text that somebody reads through. */
export const MAX_TEXT = 2_000;
/** The most things that one mutation names in a list. */
export const MAX_NAMED = 25;

/** Refuses a list that is longer than it may be. */
export function checkList(
  name: string,
  list: readonly unknown[] | null | undefined,
  longest: number,
): void {
  const length = list?.length ?? 0;
  if (length > longest)
    throw badUserInput(`"${name}" has ${length} entries; at most ${longest} are possible.`);
}

/** Refuses a number that is a slip, by the names that a caller gave. */
export function checkRange(
  numbers: Readonly<Record<string, number | null | undefined>>,
  least: number,
  most: number,
): void {
  for (const [name, number] of Object.entries(numbers)) {
    if (number === null || number === undefined || (number >= least && number <= most)) continue;
    throw badUserInput(`"${name}" cannot be ${number}. It is from ${least} to ${most}.`);
  }
}
