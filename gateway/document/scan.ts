import { Lexer, Source, TokenKind } from 'graphql';
import type { DocumentLimits } from './limits.ts';
import { overLimit } from './over-limit.ts';

const OPENING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const CLOSING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/**
 * Bounds a text before it is parsed: the parser goes one call deeper for each bracket. Throws a
 * `DOCUMENT_TOO_…` error. Where a token is malformed, it ends: the parser will say so.
 */
export function scanText(text: string, limits: DocumentLimits): void {
  if (text.length > limits.characters) throw overLimit('characters', limits, text.length);
  const lines = linesOf(text);
  if (lines > limits.lines) throw overLimit('lines', limits, lines);
  // Arguments and the values in them are brackets inside the selections' braces.
  const deepest = limits.depth * 3;
  let open = 0;
  let tokens = 0;
  for (const kind of kindsOf(new Lexer(new Source(text)))) {
    tokens += 1;
    if (tokens > limits.tokens) throw overLimit('tokens', limits, tokens, 'more');
    if (OPENING.has(kind)) open += 1;
    if (CLOSING.has(kind)) open -= 1;
    if (open > deepest) throw overLimit('depth', limits, open, 'more');
  }
}

/** As graphql-js counts them: each of \r\n, \n and \r ends one. */
function linesOf(text: string): number {
  let lines = 1;
  for (const _end of text.matchAll(/\r\n|[\n\r]/g)) lines += 1;
  return lines;
}

function* kindsOf(lexer: Lexer): Generator<string> {
  for (;;) {
    const kind = nextKind(lexer);
    if (kind === null || kind === TokenKind.EOF) return;
    yield kind;
  }
}

function nextKind(lexer: Lexer): string | null {
  try {
    return lexer.advance().kind;
  } catch {
    return null;
  }
}
