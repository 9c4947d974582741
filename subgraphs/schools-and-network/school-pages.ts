import type { GraphQLResolveInfo } from 'graphql';
import { childPage } from '../../platform/graphql/child-page.ts';
import {
  type Connection,
  type PageArgs,
  readCursor,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { DESE_CODE_SHAPE } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { NetworkTier, Prisma, School } from './generated/client/client.ts';

type Filter = {
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly tier?: NetworkTier | null | undefined;
};

const cursorOf = (school: School) => [school.deseCode];

const nodesQuery = (context: Context, info: GraphQLResolveInfo) =>
  planRead({ context, info, typeName: 'School', path: ['nodes'] });

const conditions = ({ board, tier }: Filter): Prisma.SchoolWhereInput => ({
  boardCode: board ?? undefined,
  tier: tier ?? undefined,
});

/** What a page reads: in the order of codes, after the cursor, one row more than it shows. */
function pageOf(where: Prisma.SchoolWhereInput, page: PageArgs): Prisma.SchoolFindManyArgs {
  const [after] = readCursor(page, [DESE_CODE_SHAPE]) ?? [];
  return {
    where: { AND: [where, { deseCode: { gt: after } }] },
    orderBy: { deseCode: 'asc' },
    take: rowsToRead(page),
  };
}

/** A page of the schools that fit a filter. */
export async function pageOfSchools(
  context: Context,
  info: GraphQLResolveInfo,
  { first, after, ...filter }: PageArgs & Filter,
): Promise<Connection<School>> {
  const page = { first, after };
  const where = conditions(filter);
  const args = { ...nodesQuery(context, info), ...pageOf(where, page) };
  const rows = (await context.read.many('school', args)) as School[];
  return toConnection(rows, page, cursorOf, () => context.read.count('school', where));
}

/** A page of a board's schools. Many boards of one list are read together. */
export function pageOfBoardSchools(
  context: Context,
  info: GraphQLResolveInfo,
  board: WorkforceBoardCode,
  { first, after, tier }: PageArgs & Pick<Filter, 'tier'>,
): Promise<Connection<School>> {
  const page = { first, after };
  const where = conditions({ tier });
  // Asked for every board, though one statement reads for all: it also tells the Prisma plugin that
  // what is below this board is loaded. Without it the plugin would load it again, row by row.
  const query = nodesQuery(context, info);
  const boards = (keys: readonly string[]) =>
    ({ field: 'boardCode', keys, type: '"WorkforceBoardCode"' }) as const;
  return childPage<School>(context, info, board, page, {
    cursorOf,
    counts: (keys) => context.read.countFor('school', boards(keys), where),
    rows: (keys) =>
      context.read.manyFor('school', boards(keys), { ...query, ...pageOf(where, page) }),
  });
}
