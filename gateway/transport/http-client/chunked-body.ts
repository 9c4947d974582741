import { MalformedAnswer } from './malformed-answer.ts';

const CR = 13;
const LF = 10;
/** Of a chunk's size line and its extensions, and of a trailer's line. */
const LONGEST_LINE = 1_024;
const MOST_TRAILERS = 32;
const SIZE = /^([\da-f]{1,8})(?:[ \t]*;.*)?$/i;

/** Takes the chunks of a body apart (RFC 9112, section 7.1), wherever its bytes are cut in pieces. */
export class ChunkedBody {
  readonly #take: (bytes: Buffer) => void;
  #line = '';
  #left = 0;
  #expects: 'size' | 'data' | 'data-end' | 'trailer' | 'nothing' = 'size';
  #trailers = 0;

  /** `take` is given each chunk's bytes, which are not its own to keep. */
  constructor(take: (bytes: Buffer) => void) {
    this.#take = take;
  }

  get isComplete(): boolean {
    return this.#expects === 'nothing';
  }

  /** Gives how many of the bytes are the body's. */
  read(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length && this.#expects !== 'nothing')
      at = this.#expects === 'data' ? this.#readData(bytes, at) : this.#readLine(bytes, at);
    return at;
  }

  #readData(bytes: Buffer, from: number): number {
    const to = Math.min(bytes.length, from + this.#left);
    this.#take(bytes.subarray(from, to));
    this.#left -= to - from;
    if (this.#left === 0) this.#expects = 'data-end';
    return to;
  }

  #readLine(bytes: Buffer, from: number): number {
    const end = bytes.indexOf(LF, from);
    const to = end < 0 ? bytes.length : end;
    if (this.#line.length + to - from > LONGEST_LINE)
      throw new MalformedAnswer('a line between its chunks is too long');
    this.#line += bytes.toString('latin1', from, to);
    if (end < 0) return to;
    const line = this.#line;
    this.#line = '';
    if (line.charCodeAt(line.length - 1) !== CR)
      throw new MalformedAnswer('a line between its chunks does not end as it must');
    this.#takeLine(line.slice(0, -1));
    return end + 1;
  }

  #takeLine(line: string): void {
    if (this.#expects === 'size') this.#begin(line);
    else if (this.#expects === 'data-end') this.#endChunk(line);
    else this.#takeTrailer(line);
  }

  #begin(line: string): void {
    const [, size] = SIZE.exec(line) ?? [];
    if (!size) throw new MalformedAnswer('a chunk has no size');
    this.#left = Number.parseInt(size, 16);
    this.#expects = this.#left === 0 ? 'trailer' : 'data';
  }

  #endChunk(line: string): void {
    if (line !== '') throw new MalformedAnswer('a chunk is longer than it says');
    this.#expects = 'size';
  }

  #takeTrailer(line: string): void {
    this.#trailers += 1;
    if (this.#trailers > MOST_TRAILERS) throw new MalformedAnswer('it has too many trailers');
    if (line === '') this.#expects = 'nothing';
  }
}
