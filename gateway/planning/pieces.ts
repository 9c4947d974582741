import { parse } from 'graphql';

/** Characters of a piece, about: it is parsed in a few milliseconds. */
const PIECE = 16 * 1024;

/** The text of a schema, cut between its definitions, so that whoever parses it can pause. */
export function piecesOf(sdl: string): readonly string[] {
  const pieces: string[] = [];
  let [begin, end] = [0, 0];
  for (const { loc } of parse(sdl).definitions) {
    end = loc?.end ?? end;
    if (end - begin < PIECE) continue;
    pieces.push(sdl.slice(begin, end));
    begin = end;
  }
  // What is behind the last definition is no definition.
  return end > begin ? [...pieces, sdl.slice(begin, end)] : pieces;
}
