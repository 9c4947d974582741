export type CopyValue = string | number | boolean | null;

/** A table and the columns the demo fills, in the order they are copied. */
export type Table<Column extends string = string> = {
  readonly name: string;
  readonly columns: readonly Column[];
};

export type Row<Column extends string> = Readonly<Record<Column, CopyValue>>;

/** Hands one row to the load of the database that owns its table. */
export type Write = <Column extends string>(
  table: Table<Column>,
  row: Row<NoInfer<Column>>,
) => void;

export function table<const Column extends string>(
  name: string,
  columns: readonly Column[],
): Table<Column> {
  return { name, columns };
}

const MUST_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return value === true ? 't' : value === false ? 'f' : `${value}`;
  return MUST_ESCAPE.test(value)
    ? value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char)
    : value;
}

/** One line of PostgreSQL's COPY text format. */
export function copyLine<Column extends string>(table: Table<Column>, row: Row<Column>): string {
  let line = '';
  let separator = '';
  for (const column of table.columns) {
    line += separator + copyText(row[column]);
    separator = '\t';
  }
  return `${line}\n`;
}

/** The text of an array of words, numbers or short texts. */
export function pgArray(values: readonly (string | number)[]): string {
  return `{${values.map((value) => (typeof value === 'number' ? value : quoted(value))).join(',')}}`;
}

const quoted = (text: string) =>
  /^\w+$/.test(text) ? text : `"${text.replace(/["\\]/g, (char) => `\\${char}`)}"`;
