import type { GraphQLResolveInfo } from 'graphql';
import { type LoaderPerField, loaderOfMap } from '../loader.ts';
import { type Connection, type PageArgs, toConnection } from './connection.ts';

/** How the children of many parents are read, and how one of them is placed in the list. */
export type ChildReads<Node> = {
  readonly rows: (parents: readonly string[]) => Promise<ReadonlyMap<string, readonly Node[]>>;
  readonly counts: (parents: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly cursorOf: (node: Node) => readonly string[];
};

/** One parent's page. The pages of all parents in a list are one statement, their counts another. */
export function childPage<Node>(
  { loader }: { readonly loader: LoaderPerField },
  info: GraphQLResolveInfo,
  parent: string,
  page: PageArgs,
  reads: ChildReads<Node>,
): Promise<Connection<Node>> {
  const none = toConnection<Node>([], page, reads.cursorOf, () => 0);
  const pages = async (parents: readonly string[]) => {
    const [rows, counts] = [await reads.rows(parents), loaderOfMap(reads.counts, 0)];
    const pageOf = (key: string) =>
      toConnection(rows.get(key) ?? [], page, reads.cursorOf, () => counts.load(key));
    return new Map(parents.map((key) => [key, pageOf(key)]));
  };
  return loader(info, () => loaderOfMap(pages, none)).load(parent);
}
