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
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { CareerStage, WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { visibleStudents } from './access.ts';
import type { Context } from './context.ts';
import type { Prisma, Student, StudentGroup } from './generated/client/client.ts';

type Filter = {
  readonly schoolCodes?: readonly string[] | null | undefined;
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly grade?: number | null | undefined;
  readonly stage?: CareerStage | null | undefined;
  readonly groups?: readonly StudentGroup[] | null | undefined;
  readonly withoutPlacementSince?: Date | null | undefined;
};

/** Schools one filter may name: no board has more. */
const MAX_SCHOOLS = 100;

const cursorOf = (student: Student) => [student.id];

function nodesQuery(context: Context, info: GraphQLResolveInfo) {
  return planRead({ context, info, typeName: 'Student', path: ['nodes'] });
}

/** What a page reads: in the order of ids, after the cursor, one row more than it shows. */
function pageOf(where: Prisma.StudentWhereInput, page: PageArgs): Prisma.StudentFindManyArgs {
  const [after] = readCursor(page, [UUID_SHAPE]) ?? [];
  return {
    where: { AND: [where, { id: { gt: after } }] },
    orderBy: { id: 'asc' },
    take: rowsToRead(page),
  };
}

/** A page of a school's students. Many schools of one list are read together. */
export function pageOfStudents(
  context: Context,
  info: GraphQLResolveInfo,
  schoolCode: string,
  { grade, ...page }: PageArgs & { readonly grade?: number | null | undefined },
): Promise<Connection<Student>> {
  const enrolled = { grade: grade ?? undefined, enrollmentStatus: 'ENROLLED' } as const;
  const where = { AND: [visibleStudents(context.actor), enrolled] };
  const schools = (keys: readonly string[]) =>
    ({ field: 'schoolCode', keys, type: 'bpchar' }) as const;
  return childPage<Student>(context, info, schoolCode, page, {
    cursorOf,
    counts: (keys) => context.read.countFor('student', schools(keys), where),
    rows: (keys) => {
      const args = { ...nodesQuery(context, info), ...pageOf(where, page) };
      return context.read.manyFor('student', schools(keys), args);
    },
  });
}

/** In all of the groups. Without the last placement's start there was no placement at all. */
function notedConditions({ groups, withoutPlacementSince: since }: Filter) {
  const all = (groups ?? []).map((group): Prisma.StudentWhereInput => ({ groups: { has: group } }));
  const none: Prisma.StudentWhereInput = since
    ? { OR: [{ lastPlacementStart: null }, { lastPlacementStart: { lt: since } }] }
    : {};
  return [...all, none];
}

function conditions(filter: Filter): Prisma.StudentWhereInput {
  const { schoolCodes, board, grade, stage } = filter;
  if ((schoolCodes?.length ?? 0) > MAX_SCHOOLS)
    throw badUserInput(`"schoolCodes" cannot have more than ${MAX_SCHOOLS} codes.`);
  return {
    enrollmentStatus: 'ENROLLED',
    schoolCode: schoolCodes ? { in: [...schoolCodes] } : undefined,
    boardCode: board ?? undefined,
    grade: grade ?? undefined,
    openPlan: stage ? { currentStage: stage } : undefined,
    AND: notedConditions(filter),
  };
}

/** A page of the students that fit a filter and that the actor may see. */
export async function pageOfFilteredStudents(
  context: Context,
  info: GraphQLResolveInfo,
  filter: Filter,
  page: PageArgs,
): Promise<Connection<Student>> {
  // Who may not read a class may not count by it, either.
  if (filter.groups) requireReadable(context, 'SPECIAL_CATEGORY', 'StudentFilter.groups');
  const where = { AND: [visibleStudents(context.actor), conditions(filter)] };
  const args = { ...nodesQuery(context, info), ...pageOf(where, page) };
  const rows = (await context.read.many('student', args)) as Student[];
  return toConnection(rows, page, cursorOf, () => context.read.count('student', where));
}
