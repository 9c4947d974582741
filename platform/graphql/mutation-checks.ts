import type { Actor } from '../actor.ts';
import { badUserInput, unauthenticated } from '../errors.ts';

/** The one character that PostgreSQL cannot keep in a text. */
const NUL = '\u0000';

/** What every mutation says of its argument `idempotencyKey`. */
export const IDEMPOTENCY_KEY =
  'Makes a retry safe: for 24 hours the same key and input answer the same result, and the same key with another input is `CONFLICT`. From 1 to 200 characters.';

/** Refuses whoever has no token. `what` is the mutation, in quotes. */
export function requireSignedIn({ actor }: { readonly actor: Actor }, what: string): string {
  if (actor.subject === null) throw unauthenticated(what);
  return actor.subject;
}

/** Texts by the names that a caller gave them; each has from 1 to `longest` characters, or is left out. */
export function checkTexts(
  texts: Readonly<Record<string, string | null | undefined>>,
  longest: number,
): void {
  for (const [name, text] of Object.entries(texts)) {
    if (text === null || text === undefined) continue;
    if (text.trim().length === 0 || text.length > longest)
      throw badUserInput(
        `"${name}" has ${text.length} characters; from 1 to ${longest} are possible, not all blank.`,
      );
    if (text.includes(NUL))
      throw badUserInput(`"${name}" cannot have the character U+0000. Leave it out.`);
  }
}
