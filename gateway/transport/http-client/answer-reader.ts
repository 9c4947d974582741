import { type AnswerHead, readHead } from './answer-head.ts';
import { ChunkedBody } from './chunked-body.ts';
import { MalformedAnswer } from './malformed-answer.ts';

/** An answer as it came. */
export type Posted = {
  readonly status: number;
  readonly text: string;
  readonly cacheControl: string | undefined;
  /** How long its connection may be used again after it is idle, in ms; 0 for not at all. */
  readonly reusableMs: number;
};

const HEAD_END = '\r\n\r\n';
const LONGEST_HEAD = 16 * 1024;
/** Before the answer itself. */
const MOST_INTERIM = 16;
const EMPTY = Buffer.alloc(0);

/** Reads one answer from the bytes of a connection, which are the connection's: what is kept of them is copied. */
export class AnswerReader {
  readonly #limit: number;
  #head: AnswerHead | null = null;
  /** Bytes before the head's end was seen. */
  #before: Buffer = EMPTY;
  #interim = 0;
  #chunked: ChunkedBody | null = null;
  readonly #pieces: Buffer[] = [];
  #size = 0;

  /** `limit` is of the body, in bytes. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer, when these bytes are its last; null before. Throws {@link MalformedAnswer}. */
  read(bytes: Buffer): Posted | null {
    if (this.#head) return this.#readBody(this.#head, bytes);
    const all = this.#before.length > 0 ? Buffer.concat([this.#before, bytes]) : bytes;
    const end = all.indexOf(HEAD_END);
    if ((end < 0 ? all.length : end) > LONGEST_HEAD)
      throw new MalformedAnswer('its header fields are too long');
    if (end < 0) {
      this.#before = Buffer.from(all);
      return null;
    }
    const head = readHead(all.toString('latin1', 0, end));
    this.#before = EMPTY;
    const rest = all.subarray(end + HEAD_END.length);
    if (head.status < 200) return this.#readAfterInterim(head, rest);
    this.#begin(head);
    return this.#readBody(head, rest);
  }

  /** The connection was closed: the answer, where that is its end. */
  close(): Posted | null {
    const head = this.#head;
    return head?.end === 'close' ? this.#complete(head, 0) : null;
  }

  /** 100 and 103 come before the answer. */
  #readAfterInterim({ status }: AnswerHead, rest: Buffer): Posted | null {
    if (status === 101) throw new MalformedAnswer('it changes the protocol');
    this.#interim += 1;
    if (this.#interim > MOST_INTERIM)
      throw new MalformedAnswer('too many interim answers come before it');
    return rest.length > 0 ? this.read(rest) : null;
  }

  #begin(head: AnswerHead): void {
    this.#head = head;
    if (head.end === 'chunked') this.#chunked = new ChunkedBody((bytes) => this.#keep(bytes));
    else if (head.end !== 'close') this.#refuseOver(head.end.bytes);
  }

  #readBody(head: AnswerHead, bytes: Buffer): Posted | null {
    if (this.#chunked) return this.#readChunks(head, this.#chunked, bytes);
    if (head.end === 'close' || head.end === 'chunked') {
      this.#keep(bytes);
      return null;
    }
    const left = head.end.bytes - this.#size;
    if (bytes.length < left) {
      this.#keep(bytes);
      return null;
    }
    const isAll = bytes.length === left;
    const text =
      this.#size === 0 ? bytes.toString('utf8', 0, left) : this.#textWith(bytes.subarray(0, left));
    return posted(head, text, isAll);
  }

  #readChunks(head: AnswerHead, chunked: ChunkedBody, bytes: Buffer): Posted | null {
    const read = chunked.read(bytes);
    return chunked.isComplete ? this.#complete(head, bytes.length - read) : null;
  }

  #complete(head: AnswerHead, beyond: number): Posted {
    return posted(head, this.#textWith(EMPTY), beyond === 0 && head.end !== 'close');
  }

  #textWith(last: Buffer): string {
    return Buffer.concat([...this.#pieces, last]).toString('utf8');
  }

  #keep(bytes: Buffer): void {
    this.#size += bytes.length;
    this.#refuseOver(this.#size);
    if (bytes.length > 0) this.#pieces.push(Buffer.from(bytes));
  }

  #refuseOver(bytes: number): void {
    if (bytes > this.#limit)
      throw new MalformedAnswer(`it is longer than the ${this.#limit} bytes that we take`);
  }
}

/** What came beyond the answer was not asked for: then the connection is no good. */
const posted = (head: AnswerHead, text: string, isClean: boolean): Posted => ({
  status: head.status,
  text,
  cacheControl: head.cacheControl,
  reusableMs: isClean ? head.reusableMs : 0,
});
