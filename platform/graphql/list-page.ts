import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, rowsToRead, toConnection } from './connection.ts';
import { planRead } from './plan-read.ts';

/** What a page reads: Prisma's arguments, as every model has them. */
type ListArgs<Where, Order> = {
  readonly where: { AND: Where[] };
  readonly orderBy: Order;
  readonly take: number;
};

/** How a list is read, in an order that a cursor can take up. */
export type ListReads<Row, Where, Order> = {
  /** The GraphQL type of the nodes. */
  readonly typeName: string;
  readonly where: Where;
  /** What comes after the page's cursor. */
  readonly after: Where;
  readonly orderBy: Order;
  readonly cursorOf: (row: Row) => readonly string[];
  readonly rows: (args: ListArgs<Where, Order>) => Promise<readonly Row[]>;
  readonly count: () => Promise<number>;
};

/** A page of a list of its own; `childPage` is for the lists below other nodes. */
export async function listPage<Row, Where extends object, Order>(
  context: object,
  info: GraphQLResolveInfo,
  page: PageArgs,
  { typeName, where, after, orderBy, cursorOf, rows, count }: ListReads<Row, Where, Order>,
): Promise<Connection<Row>> {
  const read = await rows({
    ...planRead({ context, info, typeName, path: ['nodes'] }),
    where: { AND: [where, after] },
    orderBy,
    take: rowsToRead(page),
  });
  return toConnection(read, page, cursorOf, count);
}
