/** Texts up to this length are looked through letter by letter, which is faster than a call of the library. */
const SHORT = 64;

const FIRST_PRINTABLE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** A string as JSON, as `JSON.stringify` writes it. */
export const quoted = (text: string): string =>
  text.length <= SHORT && isPlain(text) ? `"${text}"` : JSON.stringify(text);

/** Whether JSON has every letter as it is. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter < FIRST_PRINTABLE || letter === QUOTE || letter === BACKSLASH) return false;
    if (letter >= FIRST_SURROGATE && letter <= LAST_SURROGATE) return false;
  }
  return true;
}

/**
 * The same text in one piece. Text that was put together is a tree of its parts until it is read, and a tree
 * that lives through the next await costs the garbage collector more than all else of an answer.
 */
export function inOnePiece(text: string): string {
  // Reading a letter of it is what makes one piece of it.
  text.charCodeAt(0);
  return text;
}
