import type { GraphQLResolveInfo } from 'graphql';
import { badUserInput } from '../../platform/errors.ts';
import { childPage } from '../../platform/graphql/child-page.ts';
import {
  type Connection,
  type PageArgs,
  readCursor,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { DAY_SHAPE, isUuid, UUID_SHAPE } from '../../platform/ids.ts';
import { isoDay } from '../../platform/massachusetts-time.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { WblType, WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { visiblePlacements } from './access.ts';
import type { Context } from './context.ts';
import type { Placement, PlacementStatus, Prisma, ReviewKind } from './generated/client/client.ts';

/** Whose placements: the column, and its type in PostgreSQL. */
export type PlacementParent =
  | { readonly field: 'studentId' | 'siteId'; readonly type: 'uuid' }
  | { readonly field: 'schoolCode'; readonly type: 'bpchar' };

type ChildArgs = PageArgs & { readonly status?: readonly PlacementStatus[] | null | undefined };
type Filter = {
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly schoolCodes?: readonly string[] | null | undefined;
  readonly wblTypes?: readonly WblType[] | null | undefined;
  readonly status?: readonly PlacementStatus[] | null | undefined;
  readonly startsFrom?: Date | null | undefined;
  readonly endsTo?: Date | null | undefined;
  readonly missingReview?: ReviewKind | null | undefined;
};

/** Schools one filter may name: no board has more. */
const MAX_SCHOOLS = 100;

const cursorOf = (placement: Placement) => [isoDay(placement.startDate), placement.id];

/** The newest first; of one day's in the order of ids. */
function pageOf(where: Prisma.PlacementWhereInput, page: PageArgs): Prisma.PlacementFindManyArgs {
  const [day, id] = readCursor(page, [DAY_SHAPE, UUID_SHAPE]) ?? [];
  const startDate = new Date(day ?? 0);
  const after = day && { OR: [{ startDate: { lt: startDate } }, { startDate, id: { gt: id } }] };
  return {
    where: after ? { AND: [where, after] } : where,
    orderBy: [{ startDate: 'desc' }, { id: 'asc' }],
    take: rowsToRead(page),
  };
}

const nodesQuery = (context: Context, info: GraphQLResolveInfo) =>
  planRead({ context, info, typeName: 'Placement', path: ['nodes'] });

/** A page of a student's, a site's or a school's placements, as far as the actor may see them. */
export function pageOfPlacements(
  context: Context,
  info: GraphQLResolveInfo,
  parent: PlacementParent,
  key: string,
  { status, ...page }: ChildArgs,
): Promise<Connection<Placement>> {
  const inStatus = { status: status ? { in: [...status] } : undefined };
  const where = { AND: [visiblePlacements(context.actor), inStatus] };
  if (parent.type === 'uuid' && !isUuid(key))
    return Promise.resolve(toConnection<Placement>([], page, cursorOf, () => 0));
  return childPage<Placement>(context, info, key, page, {
    cursorOf,
    counts: (keys) => context.read.countFor('placement', { ...parent, keys }, where),
    rows: (keys) => {
      const args = { ...nodesQuery(context, info), ...pageOf(where, page) };
      return context.read.manyFor('placement', { ...parent, keys }, args);
    },
  });
}

const among = <Value>(values: readonly Value[] | null | undefined) =>
  values ? { in: [...values] } : undefined;

/** Those whose plan has no review of a kind, or that have no plan. */
const withoutReview = (kind: ReviewKind) =>
  handwritten(
    (column, given) => `not exists (
      select 1 from wbl_plan plan join wbl_review review on review.plan_id = plan.id
       where plan.placement_id = ${column('id')} and review.kind = ${given(kind)}::"ReviewKind")`,
  );

function conditions(filter: Filter): Prisma.PlacementWhereInput {
  if ((filter.schoolCodes?.length ?? 0) > MAX_SCHOOLS)
    throw badUserInput(`"schoolCodes" cannot have more than ${MAX_SCHOOLS} codes.`);
  return {
    boardCode: filter.board ?? undefined,
    schoolCode: among(filter.schoolCodes),
    wblType: among(filter.wblTypes),
    status: among(filter.status),
    startDate: filter.startsFrom ? { gte: filter.startsFrom } : undefined,
    endDate: filter.endsTo ? { lte: filter.endsTo } : undefined,
    ...(filter.missingReview && withoutReview(filter.missingReview)),
  };
}

/** A page of the placements that fit a filter and that the actor may see. */
export async function pageOfFilteredPlacements(
  context: Context,
  info: GraphQLResolveInfo,
  filter: Filter,
  page: PageArgs,
): Promise<Connection<Placement>> {
  const where = { AND: [visiblePlacements(context.actor), conditions(filter)] };
  const args = { ...nodesQuery(context, info), ...pageOf(where, page) };
  const rows = (await context.read.many('placement', args)) as Placement[];
  return toConnection(rows, page, cursorOf, () => context.read.count('placement', where));
}
