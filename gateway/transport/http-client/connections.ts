import { Connection, type Origin } from './connection.ts';

/** How often connections that were idle for too long are closed. */
const SWEPT_MS = 1_000;

/**
 * The connections to one origin. Whoever asks limits how many there are: each request that finds none idle
 * opens one.
 */
export class Connections {
  readonly #origin: Origin;
  readonly #limit: number;
  /** The one used last is taken first, so that those not needed grow old. */
  #idle: Connection[] = [];
  readonly #all = new Set<Connection>();
  readonly #sweeper: NodeJS.Timeout;

  /** `limit` is of an answer's body, in bytes. */
  constructor(origin: Origin, limit: number) {
    this.#origin = origin;
    this.#limit = limit;
    this.#sweeper = setInterval(() => this.#sweep(), SWEPT_MS).unref();
  }

  take(): Connection {
    const idle = this.#idle.pop();
    if (!idle) return this.#open();
    if (performance.now() < idle.reusableUntil) return idle;
    idle.close();
    return this.take();
  }

  close(): void {
    clearInterval(this.#sweeper);
    for (const connection of this.#all) connection.close();
    this.#idle = [];
  }

  #open(): Connection {
    const connection = new Connection(
      this.#origin,
      this.#limit,
      (idle) => this.#idle.push(idle),
      (closed) => this.#forget(closed),
    );
    this.#all.add(connection);
    return connection;
  }

  #forget(connection: Connection): void {
    this.#all.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
  }

  #sweep(): void {
    const now = performance.now();
    for (const connection of this.#idle.filter((one) => now >= one.reusableUntil))
      connection.close();
  }
}
