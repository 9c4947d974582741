import type { Posted } from './http-client/answer-reader.ts';
import type { Asker, Connection } from './http-client/connection.ts';
import type { Target } from './http-client/targets.ts';

/** A request under way. */
export type Posting = { readonly answer: Promise<Posted>; readonly abort: (why: Error) => void };

/** Posts JSON, and reads the answer to its end. `lines` are header fields, each with the end of its line. */
export function post(target: Target, lines: string, body: string): Posting {
  const bytes = Buffer.byteLength(body);
  const request = `${target.head}${lines}content-length: ${bytes}\r\n\r\n${body}`;
  const connection = target.connections.take();
  const waiting = new Waiting(connection);
  const answer = new Promise<Posted>((resolve, reject) => {
    waiting.answered = resolve;
    waiting.failed = reject;
  });
  connection.ask(waiting, request, bytes === body.length);
  return { answer, abort: (why) => waiting.abort(why) };
}

const NOTHING = () => {};

class Waiting implements Asker {
  answered: (posted: Posted) => void = NOTHING;
  failed: (error: Error) => void = NOTHING;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Closes the connection, which has nothing else under way. */
  abort(why: Error): void {
    this.#connection.giveUp(this);
    this.failed(why);
  }
}
