import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { DAY_SHAPE, UUID_SHAPE } from '../../platform/ids.ts';
import { isoDay } from '../../platform/massachusetts-time.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import { daysOfFiscalYear } from './domain/fiscal-year.ts';
import type { CareerEvent, CareerEventType, Prisma } from './generated/client/client.ts';

type Filter = {
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly school?: string | null | undefined;
  readonly fiscalYear?: number | null | undefined;
  readonly types?: readonly CareerEventType[] | null | undefined;
};

/** The table of events and schools is found by the event, so that a page walks the events in their order. */
const tookPart = (school: string | null | undefined): object =>
  school
    ? handwritten(
        (column, given) =>
          `exists (select from career_event_school at where at.event_id = ${column('id')} and at.school_code = ${given(school)})`,
      )
    : {};

function conditions({ board, school, fiscalYear, types }: Filter): Prisma.CareerEventWhereInput {
  const days = fiscalYear ? daysOfFiscalYear(fiscalYear) : null;
  return {
    boardCode: board ?? undefined,
    type: types ? { in: [...types] } : undefined,
    startDate: days ? { gte: new Date(days.first), lte: new Date(days.last) } : undefined,
    ...tookPart(school),
  };
}

function afterCursor(page: PageArgs): Prisma.CareerEventWhereInput {
  const [day, id] = readCursor(page, [DAY_SHAPE, UUID_SHAPE]) ?? [];
  if (!day) return {};
  const startDate = new Date(day);
  return {
    startDate: { lte: startDate },
    OR: [{ startDate: { lt: startDate } }, { id: { lt: id } }],
  };
}

/** A page of career events, the latest first. */
export async function pageOfCareerEvents(
  context: Context,
  info: GraphQLResolveInfo,
  filter: Filter,
  page: PageArgs,
): Promise<Connection<CareerEvent>> {
  const where = conditions(filter);
  return listPage(context, info, page, {
    typeName: 'CareerEvent',
    where,
    after: afterCursor(page),
    orderBy: [
      { startDate: 'desc' },
      { id: 'desc' },
    ] satisfies Prisma.CareerEventOrderByWithRelationInput[],
    cursorOf: ({ startDate, id }: CareerEvent) => [isoDay(startDate), id],
    rows: (args) => context.read.many('careerEvent', args),
    count: () => context.read.count('careerEvent', where),
  });
}
