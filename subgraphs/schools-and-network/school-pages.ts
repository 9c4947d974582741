import type { GraphQLResolveInfo } from 'graphql';
import { childPage } from '../../platform/graphql/child-page.ts';
import {
  type Connection,
  type PageArgs,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { Prisma, School } from './generated/client/client.ts';
import { type SchoolFilter, whereSchools } from './school-filter.ts';
import { cursorOf, type SchoolSort, whereAfter } from './school-order.ts';

const nodesQuery = (context: Context, info: GraphQLResolveInfo) =>
  planRead({ context, info, typeName: 'School', path: ['nodes'] });

/** What a page reads: in its order, after the cursor, one row more than it shows. */
function pageOf(
  where: Prisma.SchoolWhereInput,
  page: PageArgs,
  sort: SchoolSort,
): Prisma.SchoolFindManyArgs {
  const { orderBy, condition } = whereAfter(page, sort);
  return { where: { AND: [where, condition] }, orderBy, take: rowsToRead(page) };
}

/** A page of the schools that fit a filter. */
export async function pageOfSchools(
  context: Context,
  info: GraphQLResolveInfo,
  { first, after, sort, ...filter }: PageArgs & SchoolFilter & { readonly sort: SchoolSort },
): Promise<Connection<School>> {
  const page = { first, after };
  const where = whereSchools(context, filter);
  const args = { ...nodesQuery(context, info), ...pageOf(where, page, sort) };
  const rows = (await context.read.many('school', args)) as School[];
  return toConnection(rows, page, cursorOf(sort), () => context.read.count('school', where));
}

/** A page of a board's schools. Many boards of one list are read together. */
export function pageOfBoardSchools(
  context: Context,
  info: GraphQLResolveInfo,
  board: WorkforceBoardCode,
  { first, after, tier }: PageArgs & Pick<SchoolFilter, 'tier'>,
): Promise<Connection<School>> {
  const page = { first, after };
  const where = whereSchools(context, { tier });
  // Asked for every board, though one statement reads for all: it also tells the Prisma plugin that
  // what is below this board is loaded. Without it the plugin would load it again, row by row.
  const query = nodesQuery(context, info);
  const boards = (keys: readonly string[]) =>
    ({ field: 'boardCode', keys, type: '"WorkforceBoardCode"' }) as const;
  return childPage<School>(context, info, board, page, {
    cursorOf: cursorOf('CODE'),
    counts: (keys) => context.read.countFor('school', boards(keys), where),
    rows: (keys) =>
      context.read.manyFor('school', boards(keys), { ...query, ...pageOf(where, page, 'CODE') }),
  });
}
