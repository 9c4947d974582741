import type { Connection, Pool } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** A statement's text, and the name under which a connection keeps it prepared; none is parsed each time. */
export type Statement = { readonly text: string; readonly name?: string | undefined };
/** A row as it came: each column's text, or null. */
type RawRow = readonly (string | null)[];
type Answered = (error: Error | null, rows: readonly RawRow[]) => void;

/** The part of the driver's connection that its own queries use, too, and its types leave out. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: Statement): void;
  bind(bound: {
    readonly statement: string | undefined;
    readonly values: readonly unknown[];
    readonly valueMapper: (value: unknown) => unknown;
  }): void;
  execute(): void;
  sync(): void;
};

const isWire = (connection: object): connection is Wire =>
  'parsedStatements' in connection && 'submittedNamedStatements' in connection;

/**
 * A query for `pg` that knows what its columns are: it asks for no description of them, and hands
 * the rows over as they came. `pg` itself describes, names and parses each column of each answer anew.
 */
class RawQuery {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: readonly unknown[];
  callback: Answered | undefined;
  readonly rows: RawRow[] = [];

  constructor({ text, name }: Statement, values: readonly unknown[]) {
    this.text = text;
    this.name = name;
    this.values = values;
  }

  /** Called by the client when it is this query's turn. */
  submit(connection: Connection): Error | null {
    if (!isWire(connection)) return new Error('This version of pg keeps its statements elsewhere.');
    const wire: Wire = connection;
    wire.stream.cork();
    try {
      if (!this.#isParsed(wire)) {
        wire.parse({ text: this.text, name: this.name });
        if (this.name) wire.submittedNamedStatements[this.name] = this.text;
      }
      wire.bind({ statement: this.name, values: this.values, valueMapper: prepareValue });
      wire.execute();
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  #isParsed({ parsedStatements, submittedNamedStatements }: Wire): boolean {
    if (!this.name) return false;
    return this.name in parsedStatements || this.name in submittedNamedStatements;
  }

  handleDataRow({ fields }: { readonly fields: RawRow }): void {
    this.rows.push(fields);
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.callback?.(error, []);
  }

  handleReadyForQuery(): void {
    this.callback?.(null, this.rows);
  }
}

/** Runs one statement on one of the pool's connections. */
export async function runStatement(
  pool: Pool,
  statement: Statement,
  values: readonly unknown[],
): Promise<readonly RawRow[]> {
  const query = new RawQuery(statement, values);
  // A pool answers a query that is an object when it has ended; its types say otherwise.
  await pool.query(query);
  return query.rows;
}
