import type { GraphQLResolveInfo } from 'graphql';
import { notFound } from '../../platform/errors.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { isUuid, onlyUuids } from '../../platform/ids.ts';
import { loaderBy } from '../../platform/loader.ts';
import { visibleStudents } from './access.ts';
import type { Context } from './context.ts';
import type { Student } from './generated/client/client.ts';

/** The students among `ids` that the actor may see, with what the selection at `info` needs. */
function readStudents(context: Context, ids: readonly string[], info: GraphQLResolveInfo) {
  const query = planRead({ context, info, typeName: 'Student' });
  const where = { AND: [{ id: { in: onlyUuids(ids) } }, visibleStudents(context.actor)] };
  return context.read.many('student', { ...query, where }) as Promise<Student[]>;
}

/** Hidden and missing look the same: a caller must not learn that a student exists. */
export async function findStudent(
  context: Context,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Student | null> {
  requireReadable(context, 'EDUCATION_RECORD', 'Student');
  return context
    .loader(
      info,
      () =>
        loaderBy(
          (row: Student) => row.id,
          (ids) => readStudents(context, ids, info),
        ),
      'Student',
    )
    .load(id);
}

/** For a write: the student with what rules ask of them, or `NOT_FOUND` where the actor sees none. */
export async function requireStudent(context: Context, id: string) {
  const where = { AND: [{ id }, visibleStudents(context.actor)] };
  const include = { openPlan: true, pathway: true } as const;
  const [visible] = isUuid(id) ? await context.read.many('student', { where, include }) : [];
  if (!visible) throw notFound('Student', id);
  return visible;
}
export type KnownStudent = Awaited<ReturnType<typeof requireStudent>>;
