import type { GraphQLResolveInfo } from 'graphql';
import {
  type Connection,
  type PageArgs,
  readCursor,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { DAY_SHAPE, UUID_SHAPE } from '../../platform/ids.ts';
import { isoDay } from '../../platform/massachusetts-time.ts';
import type { PayType, WblType, WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { DemandRating, Opportunity, Prisma } from './generated/client/client.ts';
import { type Circle, sitesWithin } from './nearby.ts';

type Filter = {
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly wblTypes?: readonly WblType[] | null | undefined;
  readonly pay?: readonly PayType[] | null | undefined;
  readonly demand?: readonly DemandRating[] | null | undefined;
  readonly near?: Circle | null | undefined;
  readonly startsFrom?: Date | null | undefined;
  readonly minStudentAge?: number | null | undefined;
};

const oneOf = <Value>(values: readonly Value[] | null | undefined) =>
  values ? { in: [...values] } : undefined;

/** What anyone may take part in: who may see drafts as well does not find them here. */
function conditions(filter: Filter): Prisma.OpportunityWhereInput {
  const age = filter.minStudentAge ?? undefined;
  return {
    status: 'OPEN',
    boardCode: filter.board ?? undefined,
    wblType: oneOf(filter.wblTypes),
    pay: oneOf(filter.pay),
    demandRating: oneOf(filter.demand),
    startDate: filter.startsFrom ? { gte: filter.startsFrom } : undefined,
    site: filter.near ? sitesWithin(filter.near) : undefined,
    OR: age === undefined ? undefined : [{ minimumAge: null }, { minimumAge: { lte: age } }],
  };
}

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

/** A page of the open opportunities that fit a filter, the soonest first. */
export async function pageOfOpportunities(
  context: Context,
  info: GraphQLResolveInfo,
  filter: Filter,
  page: PageArgs,
): Promise<Connection<Opportunity>> {
  const where = conditions(filter);
  const rows: Opportunity[] = await context.read.many('opportunity', {
    ...planRead({ context, info, typeName: 'Opportunity', path: ['nodes'] }),
    where: { AND: [where, afterCursor(page)] },
    orderBy: [{ startDate: 'asc' }, { id: 'asc' }],
    take: rowsToRead(page),
  });
  return toConnection(
    rows,
    page,
    ({ startDate, id }) => [isoDay(startDate), id],
    () => context.read.count('opportunity', where),
  );
}
