import type { GraphQLResolveInfo } from 'graphql';
import { badUserInput } from '../../platform/errors.ts';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { DAY_SHAPE, UUID_SHAPE } from '../../platform/ids.ts';
import { dayInMassachusetts, isoDay } from '../../platform/massachusetts-time.ts';
import type { Context } from './context.ts';
import type { Opportunity, Prisma } from './generated/client/client.ts';
import { type OpportunityFilter, openOpportunities } from './opportunity-filter.ts';
import { BY_WAGE, byDistance, type Ranking, rankedPage } from './ranked-opportunities.ts';

export type OpportunitySort = 'START_DATE' | 'DISTANCE' | 'WAGE';

/** Those after a cursor, in the order of (start date, id): the day alone is what the index starts at. */
function afterCursor(page: PageArgs): Prisma.OpportunityWhereInput {
  const [day, id] = readCursor(page, [DAY_SHAPE, UUID_SHAPE]) ?? [];
  if (!day) return {};
  const startDate = new Date(day);
  return {
    startDate: { gte: startDate },
    OR: [{ startDate: { gt: startDate } }, { id: { gt: id } }],
  };
}

const rowPlan = (context: Context, info: GraphQLResolveInfo) =>
  planRead({ context, info, typeName: 'Opportunity', path: ['nodes'] });

function pageByStartDate(
  context: Context,
  info: GraphQLResolveInfo,
  where: Prisma.OpportunityWhereInput,
  page: PageArgs,
): Promise<Connection<Opportunity>> {
  return listPage(context, info, page, {
    typeName: 'Opportunity',
    where,
    after: afterCursor(page),
    orderBy: [
      { startDate: 'asc' },
      { id: 'asc' },
    ] satisfies Prisma.OpportunityOrderByWithRelationInput[],
    cursorOf: ({ startDate, id }: Opportunity) => [isoDay(startDate), id],
    rows: (args) => context.read.many('opportunity', args),
    count: () => context.read.count('opportunity', where),
  });
}

/** Two statements: which, in what order, and what they are. */
async function pageByRank(
  context: Context,
  info: GraphQLResolveInfo,
  where: Prisma.OpportunityWhereInput,
  page: PageArgs & { readonly ranking: Ranking },
): Promise<Connection<Opportunity>> {
  const ranked = await rankedPage(context, where, page.ranking, page);
  const ids = ranked.nodes.map(({ id }) => id);
  const found: Opportunity[] =
    ids.length === 0
      ? []
      : await context.read.many('opportunity', {
          ...rowPlan(context, info),
          where: { id: { in: ids }, status: 'OPEN' },
        });
  const rows = new Map(found.map((row) => [row.id, row]));
  return { ...ranked, nodes: ids.flatMap((id) => rows.get(id) ?? []) };
}

function rankingOf(sort: OpportunitySort, { near }: OpportunityFilter): Ranking | null {
  if (sort === 'START_DATE') return null;
  if (sort === 'WAGE') return BY_WAGE;
  if (near) return byDistance(near);
  throw badUserInput('"sort" cannot be DISTANCE without a point. Say "near" in the filter.', {
    argument: 'sort',
  });
}

/** A page of the open opportunities that fit a filter. */
export function pageOfOpportunities(
  context: Context,
  info: GraphQLResolveInfo,
  filter: OpportunityFilter,
  { sort, ...page }: PageArgs & { readonly sort: OpportunitySort },
): Promise<Connection<Opportunity>> {
  const where = openOpportunities(filter, new Date(dayInMassachusetts(context.now)));
  const ranking = rankingOf(sort, filter);
  return ranking
    ? pageByRank(context, info, where, { ...page, ranking })
    : pageByStartDate(context, info, where, page);
}
