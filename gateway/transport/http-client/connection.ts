import net from 'node:net';
import tls from 'node:tls';
import { AnswerReader, type Posted } from './answer-reader.ts';

/** Where requests go. */
export type Origin = {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
};

/** Who waits for an answer. */
export type Asker = {
  answered(posted: Posted): void;
  failed(error: Error): void;
};

/** Of one read; a longer answer comes in several. */
const READ_AT_ONCE = 64 * 1024;

/** The other side closed the connection before its answer was complete. */
export class ConnectionClosed extends Error {
  constructor() {
    super('The connection was closed before the answer was complete.');
  }
}

/** One connection that carries one request at a time. */
export class Connection {
  readonly #socket: net.Socket;
  readonly #limit: number;
  readonly #onIdle: (connection: Connection) => void;
  readonly #onClosed: (connection: Connection) => void;
  #reader: AnswerReader | null = null;
  #asker: Asker | null = null;
  /** Until when it may be used again, by `performance.now()`. */
  reusableUntil = 0;

  constructor(
    origin: Origin,
    limit: number,
    onIdle: (connection: Connection) => void,
    onClosed: (connection: Connection) => void,
  ) {
    this.#limit = limit;
    this.#onIdle = onIdle;
    this.#onClosed = onClosed;
    this.#socket = this.#connect(origin);
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('end', () => this.#closed());
    this.#socket.on('close', () => this.#closed());
  }

  /** TCP is read into one buffer again and again; TLS has no such way. */
  #connect({ isSecure, host, port }: Origin): net.Socket {
    if (isSecure) {
      const servername = net.isIP(host) ? undefined : host;
      const socket = tls.connect({ host, port, servername, ALPNProtocols: ['http/1.1'] });
      socket.setNoDelay(true);
      return socket.on('data', (bytes: Buffer) => this.#read(bytes));
    }
    const buffer = Buffer.allocUnsafeSlow(READ_AT_ONCE);
    const callback = (length: number) => {
      this.#read(buffer.subarray(0, length));
      return true;
    };
    return net.connect({ host, port, noDelay: true, onread: { buffer, callback } });
  }

  /** Sends a request, all of it as text. */
  ask(asker: Asker, request: string, isLatin: boolean): void {
    this.#asker = asker;
    this.#reader = new AnswerReader(this.#limit);
    this.#socket.write(request, isLatin ? 'latin1' : 'utf8');
  }

  /** Closes it where it is `asker` who waits: who has an answer has nothing to give up. */
  giveUp(asker: Asker): void {
    if (this.#asker !== asker) return;
    this.#asker = null;
    this.#socket.destroy();
  }

  /** Whoever waits is told that it failed. */
  close(): void {
    this.#fail(new ConnectionClosed());
  }

  #read(bytes: Buffer): void {
    if (!this.#reader) {
      // Nothing was asked.
      this.close();
      return;
    }
    try {
      const posted = this.#reader.read(bytes);
      if (posted) this.#answer(posted);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #answer(posted: Posted): void {
    const asker = this.#asker;
    this.#asker = null;
    this.#reader = null;
    if (posted.reusableMs > 0) {
      this.reusableUntil = performance.now() + posted.reusableMs;
      this.#onIdle(this);
    } else this.#socket.destroy();
    asker?.answered(posted);
  }

  #fail(error: Error): void {
    const asker = this.#asker;
    this.#asker = null;
    // Its close is heard of later: until then it would be given to whoever asks next.
    this.#onClosed(this);
    this.#socket.destroy();
    asker?.failed(error);
  }

  /** By the other side, or altogether. */
  #closed(): void {
    this.#onClosed(this);
    const posted = this.#reader?.close();
    if (posted) this.#answer(posted);
    else this.#fail(new ConnectionClosed());
  }
}
