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
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { isUuid, UUID_SHAPE } from '../../platform/ids.ts';
import { isoDay } from '../../platform/massachusetts-time.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import { visibleEntries, visibleStudents } from './access.ts';
import type { Context } from './context.ts';
import type { AccessLogEntry, Outcome, Prisma, Purpose } from './generated/client/client.ts';
import { recordLedgerRead, recordLedgerReadOn } from './ledger.ts';

type Where = Prisma.AccessLogEntryWhereInput;
type Day = Date | null | undefined;

/** A moment of a year that PostgreSQL knows, as a `Date` is written. */
const MOMENT_SHAPE =
  /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;

const cursorOf = ({ at, id }: AccessLogEntry) => [at.toISOString(), id];

/** From the first moment of a day in Massachusetts on, or up to it. */
const since = (day: Day, operator: '>=' | '<', days: number): Where =>
  day
    ? handwritten(
        (column, given) =>
          `${column('at')} ${operator} ((${given(isoDay(day))}::date + ${days})::timestamp at time zone 'America/New_York')`,
      )
    : {};
const within = (from: Day, to: Day): Where => ({ AND: [since(from, '>=', 0), since(to, '<', 1)] });

/** In the order of time, after the cursor. */
function pageOf(
  context: Context,
  info: GraphQLResolveInfo,
  where: Where,
  page: PageArgs,
): Prisma.AccessLogEntryFindManyArgs {
  const [moment, id] = readCursor(page, [MOMENT_SHAPE, UUID_SHAPE]) ?? [];
  const at = moment && new Date(moment);
  const after: Where = at ? { at: { gte: at }, OR: [{ at: { gt: at } }, { id: { gt: id } }] } : {};
  return {
    ...planRead({ context, info, typeName: 'AccessLogEntry', path: ['nodes'] }),
    where: { AND: [where, after] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: rowsToRead(page),
  };
}

type LogArgs = PageArgs & { readonly from?: Day };

/** A page of the ledger of one student. Many students of one list are read together. */
export function pageOfAccessLog(
  context: Context,
  info: GraphQLResolveInfo,
  studentId: string,
  { from, ...page }: LogArgs,
): Promise<Connection<AccessLogEntry>> {
  const where: Where = { AND: [visibleEntries(context.actor), within(from, null)] };
  const students = (keys: readonly string[]) =>
    ({ field: 'studentId', keys, type: 'uuid' }) as const;
  return childPage<AccessLogEntry>(context, info, studentId, page, {
    cursorOf,
    counts: (keys) => context.read.countFor('accessLogEntry', students(keys), where),
    rows: async (keys) => {
      const args = pageOf(context, info, where, page);
      // Recorded before it is shown, and so among what is shown.
      await (page.after ? recordLedgerReadOn : recordLedgerRead)(context, keys);
      return context.read.manyFor('accessLogEntry', students(keys), args);
    },
  });
}

/** The same for a student by their id; null where the actor sees no such student. */
export async function findAccessLog(
  context: Context,
  info: GraphQLResolveInfo,
  { student: id, ...args }: LogArgs & { readonly student: string },
): Promise<Connection<AccessLogEntry> | null> {
  requireReadable(context, 'EDUCATION_RECORD', 'Query.accessLog');
  if (!isUuid(id)) return null;
  const where = { AND: [{ id }, visibleStudents(context.actor)] };
  const seen = await context.read.count('student', where);
  return seen ? pageOfAccessLog(context, info, id, args) : null;
}

type DisclosureArgs = PageArgs & {
  readonly partner?: string | null | undefined;
  readonly agreement?: string | null | undefined;
  readonly purpose?: Purpose | null | undefined;
  readonly outcome?: Outcome | null | undefined;
  readonly from?: Day;
  readonly to?: Day;
};

/** What cannot be an id is nobody's. */
const idFilter = (id: string | null | undefined) =>
  id ? { in: isUuid(id) ? [id] : [] } : undefined;

/** A page of what was disclosed of a district's students, and of what was refused. */
export async function pageOfDisclosures(
  context: Context,
  info: GraphQLResolveInfo,
  districtCode: string,
  { partner, agreement, purpose, outcome, from, to, ...page }: DisclosureArgs,
): Promise<Connection<AccessLogEntry>> {
  const chosen: Where = {
    districtCode,
    partnerId: idFilter(partner),
    agreement: idFilter(agreement),
    purpose: purpose ?? undefined,
    outcome: outcome ?? undefined,
  };
  const where: Where = { AND: [chosen, visibleEntries(context.actor), within(from, to)] };
  const rows = await context.read.many('accessLogEntry', pageOf(context, info, where, page));
  return toConnection(rows, page, cursorOf, () => context.read.count('accessLogEntry', where));
}
