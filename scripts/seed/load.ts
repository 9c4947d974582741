import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine, type Row, type Table } from './table.ts';

/** How much text waits before it is worth a round of COPY. */
const FLUSH_BYTES = 4 * 1024 * 1024;

/**
 * Copies rows into the tables of one database, parents before children. While one batch is on its way
 * the next one is collected; never more than two are in memory.
 */
export class Load {
  readonly #client: pg.Client;
  readonly #tables: readonly Table[];
  #waiting = new Map<string, string[]>();
  #size = 0;
  #sending: Promise<void> = Promise.resolve();

  constructor(client: pg.Client, tables: readonly Table[]) {
    this.#client = client;
    this.#tables = tables;
  }

  add<Column extends string>(table: Table<Column>, row: Row<Column>): void {
    const line = copyLine(table, row);
    this.#size += line.length;
    const lines = this.#waiting.get(table.name);
    if (lines) lines.push(line);
    else this.#waiting.set(table.name, [line]);
  }

  /** Sends what waits once that is worth it; answers when there is room for more. */
  async flushIfFull(): Promise<void> {
    if (this.#size < FLUSH_BYTES) return;
    await this.#start();
  }

  /** Sends all that waits, and answers when PostgreSQL has it. */
  async finish(): Promise<void> {
    await this.#start();
    await this.#sending;
  }

  async #start(): Promise<void> {
    await this.#sending;
    const batch = this.#waiting;
    this.#waiting = new Map();
    this.#size = 0;
    this.#sending = this.#send(batch);
    // A failure is met at the next await; until then it must not count as unhandled.
    this.#sending.catch(() => {});
  }

  async #send(batch: ReadonlyMap<string, string[]>): Promise<void> {
    for (const table of this.#tables) {
      const lines = batch.get(table.name);
      if (lines) await this.#copy(table, lines.join(''));
    }
  }

  async #copy(table: Table, text: string): Promise<void> {
    const columns = table.columns.map((column) => `"${column}"`).join(', ');
    // The table was truncated in this transaction, so the rows may be written as visible to all.
    const stream = this.#client.query(
      copyFrom(`copy "${table.name}" (${columns}) from stdin (freeze)`),
    );
    stream.end(text);
    await once(stream, 'finish');
  }
}
