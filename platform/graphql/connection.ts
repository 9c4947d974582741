import { badUserInput } from '../errors.ts';

/** The most nodes a page may have. A longer list is read page by page. */
export const MAX_PAGE_SIZE = 100;

export type PageArgs = { readonly first: number; readonly after?: string | null | undefined };

/** One page: `totalCount` is asked of the database only where the client asks it. */
export type Connection<Node> = {
  readonly nodes: readonly Node[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  readonly totalCount: () => Promise<number> | number;
};

/** The number of rows to read for a page: one more than shown tells whether there is a next. */
export function rowsToRead({ first }: PageArgs): number {
  if (first >= 1 && first <= MAX_PAGE_SIZE) return first + 1;
  throw badUserInput(`"first" cannot be ${first}. It is from 1 to ${MAX_PAGE_SIZE}.`, {
    argument: 'first',
  });
}

/** A place in a list by the values that the list is ordered by, opaque to clients. */
export const writeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The values in `after`, or null for the first page. `shapes` says what each of them looks like. */
export function readCursor(
  { after }: PageArgs,
  shapes: readonly RegExp[],
): readonly string[] | null {
  if (after === null || after === undefined) return null;
  const keys = parseJson(Buffer.from(after, 'base64url').toString());
  const fits =
    Array.isArray(keys) &&
    keys.length === shapes.length &&
    shapes.every((shape, index) => shape.test(String(keys[index])));
  if (fits) return keys.map(String);
  throw badUserInput(
    `"after" is not a cursor of this list. Send the "endCursor" of a page of it.`,
    {
      argument: 'after',
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts the rows that {@link rowsToRead} asked for to a page. */
export function toConnection<Node>(
  rows: readonly Node[],
  { first }: PageArgs,
  keysOf: (node: Node) => readonly string[],
  totalCount: () => Promise<number> | number,
): Connection<Node> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    hasNextPage: rows.length > first,
    // Most pages are asked for their nodes alone.
    get endCursor() {
      return last ? writeCursor(keysOf(last)) : null;
    },
    totalCount,
  };
}
