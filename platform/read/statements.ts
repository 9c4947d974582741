import { createHash } from 'node:crypto';
import { type CompiledRows, type Outputs, sqlOf } from './compile.ts';
import type { Statement } from './statement.ts';

/** Statements that PostgreSQL keeps prepared; a text beyond that many is sent unnamed. */
const MAX_NAMED_STATEMENTS = 500;
/** Filters by which the same outputs are read and remembered; one beyond that many is put together each time. */
const MAX_FILTERS = 50;

/** Gives statements their names, and puts together only once what comes again. */
export function createStatements() {
  const byText = new Map<string, Statement>();
  const byOutputs = new WeakMap<Outputs, Map<string, Statement>>();

  const named = (text: string): Statement => {
    const known = byText.get(text);
    if (known) return known;
    if (byText.size >= MAX_NAMED_STATEMENTS) return { text };
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const statement = { text, name };
    byText.set(text, statement);
    return statement;
  };

  return {
    named,
    /** The statement that `wrap` makes of rows; `kind` says which wrapping it is. */
    ofRows(rows: CompiledRows, kind: string, wrap: (sql: string) => string): Statement {
      // Rows with the same outputs differ in a short text only; the long one is not looked at again.
      const statements = byOutputs.get(rows.outputs) ?? new Map<string, Statement>();
      byOutputs.set(rows.outputs, statements);
      const key = `${kind} ${rows.rest}`;
      const known = statements.get(key);
      if (known) return known;
      const statement = named(wrap(sqlOf(rows)));
      if (statements.size < MAX_FILTERS) statements.set(key, statement);
      return statement;
    },
  };
}
