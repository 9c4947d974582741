import type { Actor } from '../../../../platform/actor.ts';
import type { SubgraphResponse } from '../../../../platform/subgraph.ts';
import type { Role } from '../../../../platform/vocabulary.ts';
import { createStudentsAndMyCap } from '../../../../subgraphs/students-and-mycap/subgraph.ts';
import { actorsNear } from '../../../support/actors.ts';
import { makeEnrollment, makeSchoolRef, makeStudent } from '../../../support/make-students.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../../support/subgraph-under-test.ts';

export const SCHOOL = '90350010';
/** Of the same district. */
export const SECOND_SCHOOL = '90350020';
/** Of another district and another board. */
export const FAR_SCHOOL = '90360010';
export const MIDDLE_SCHOOL = '90350110';
export const CLOSED_SCHOOL = '90350990';

/** The subgraph with the schools that it was told of. */
export async function startStudents(): Promise<SubgraphUnderTest> {
  const graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
  await makeSchoolRef(graph.database, SCHOOL);
  await makeSchoolRef(graph.database, SECOND_SCHOOL);
  await makeSchoolRef(graph.database, FAR_SCHOOL, { board_code: 'METRO_NORTH' });
  await makeSchoolRef(graph.database, MIDDLE_SCHOOL, { grades: [6, 7, 8] });
  await makeSchoolRef(graph.database, CLOSED_SCHOOL, { closed: true });
  return graph;
}

type Columns = Readonly<Record<string, unknown>>;

/** A student who is enrolled at {@link SCHOOL}, and those who are near to their record. */
export async function enrolled({ database }: SubgraphUnderTest, columns: Columns = {}) {
  const student = await makeStudent(database, columns);
  await makeEnrollment(database, student);
  const place = { school: SCHOOL, district: '90350000', board: 'BOSTON' } as const;
  const actors: Readonly<Record<Role, Actor>> = actorsNear({ student, ...place });
  return { student, actors };
}

/** The rules that an answer was refused by, or the codes where they are no rules. */
export const refusals = ({ errors }: Pick<SubgraphResponse, 'errors'>) =>
  (errors ?? []).map(({ extensions }) => extensions?.rule ?? extensions?.code);

/** All rows of a query, for what GraphQL does not show. */
export const rows = async (
  { database }: SubgraphUnderTest,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> =>
  (await database.pool.query(sql, [...values])).rows;

export const FIFTY = Array.from({ length: 50 }, (_, n) => n);
