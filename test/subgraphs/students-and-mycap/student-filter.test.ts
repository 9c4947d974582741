import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { makeStudent } from '../../support/make-students.ts';
import { codesOf, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { FAR_SCHOOL, rows, SCHOOL, SECOND_SCHOOL, startStudents } from './support/students.ts';

const LIST = `query ($filter: StudentFilter!, $first: Int!, $after: String) {
  students(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id displayName } pageInfo { hasNextPage endCursor }
  }
}`;
const SCHOOLS: Actor = {
  subject: 's',
  role: 'SCHOOL_STAFF',
  schools: [SCHOOL, SECOND_SCHOOL],
};
const BOARD: Actor = { subject: 'b', role: 'BOARD_STAFF', board: 'BOSTON' };

let graph: SubgraphUnderTest;
const ids: Record<string, string> = {};

beforeAll(async () => {
  graph = await startStudents();
  const make = async (name: string, columns: object) => {
    ids[name] = await makeStudent(graph.database, { display_name: name, ...columns });
  };
  const el = { groups: ['ENGLISH_LEARNER', 'LOW_INCOME'] };
  await make('never', el);
  await make('long ago', { last_placement_start: '2026-06-30', placed: true, ...el });
  await make('that day', { last_placement_start: '2026-07-01', placed: true });
  await make('since', {
    last_placement_start: '2026-09-14',
    placed: true,
    school_code: SECOND_SCHOOL,
  });
  await make('far', { school_code: FAR_SCHOOL, board_code: 'METRO_NORTH' });
});
afterAll(() => graph.stop());

type Page = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly displayName: string | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};
const list = (filter: object, as: Actor = SCHOOLS, page: object = {}) =>
  graph.ask(LIST, { as, filter, first: 25, ...page });
const pageOf = async (filter: object, page: object = {}) =>
  (await list(filter, SCHOOLS, page)).data?.students as Page;
const namesOf = async (filter: object) =>
  (await pageOf(filter)).nodes.map(({ displayName }) => displayName).toSorted();

describe('students without a placement since a day', () => {
  it('had their last one before it, or none at all', async () => {
    expect(await namesOf({ withoutPlacementSince: '2026-07-01' })).toEqual(['long ago', 'never']);
    expect(await namesOf({ withoutPlacementSince: '2026-06-30' })).toEqual(['never']);
    expect((await pageOf({ withoutPlacementSince: '2026-07-02' })).totalCount).toBe(3);
  });

  it('are found with the other conditions together', async () => {
    const filter = { schoolCodes: [SCHOOL], grade: 11, withoutPlacementSince: '2026-07-01' };
    expect(await namesOf(filter)).toEqual(['long ago', 'never']);
    expect(await namesOf({ ...filter, schoolCodes: [SECOND_SCHOOL] })).toEqual([]);
  });

  it('are read page by page to the end', async () => {
    const filter = { withoutPlacementSince: '2026-07-02' };
    const seen: string[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const { nodes, pageInfo } = await pageOf(filter, { first: 1, after });
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual([ids.never, ids['long ago'], ids['that day']].toSorted());
  });

  it('are found by an index, however many students there are', async () => {
    const { database } = graph;
    await rows(graph, 'alter table student disable trigger user');
    await rows(
      graph,
      `insert into student (id, sasid, display_name, date_of_birth, grade, school_code, board_code,
                            groups, enrollment_status, cohort)
       select uuidv7(), (9920000000 + n)::text, 'x', '2010-01-01', 6 + n % 7, (95000000 + n % 400)::text,
              'CENTRAL', '{}', 'ENROLLED', 2028
         from generate_series(1, 20000) n`,
    );
    await rows(graph, 'alter table student enable trigger user');
    await rows(graph, 'analyze student');

    const asked: string[] = [];
    const query = database.pool.query.bind(database.pool);
    Object.assign(database.pool, {
      query: (given: { text: string; values: unknown[] }) => {
        asked.push(given.text);
        return query(given);
      },
    });
    await list({ schoolCodes: [SCHOOL], grade: 11, withoutPlacementSince: '2026-07-01' });
    Object.assign(database.pool, { query });

    expect(asked).toHaveLength(2);
    for (const text of asked) {
      const plan = await rows(graph, `explain (generic_plan) ${text}`);
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan on student/);
    }
  });
});

describe('students in groups', () => {
  it('are in every one of them', async () => {
    const both = { groups: ['ENGLISH_LEARNER', 'LOW_INCOME'] };
    expect(await namesOf(both)).toEqual(['long ago', 'never']);
    expect(await namesOf({ groups: ['LOW_INCOME'] })).toHaveLength(4);
    expect(await namesOf({ groups: ['ENGLISH_LEARNER', 'RACE_WHITE'] })).toEqual([]);
  });

  it('are not found, nor counted, by who may not read groups', async () => {
    for (const groups of [['LOW_INCOME'], []]) {
      const answer = await list({ groups }, BOARD);
      expect(answer.data).toEqual({ students: null });
      expect(codesOf(answer)).toEqual(['FORBIDDEN_FIELD']);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ class: 'SPECIAL_CATEGORY' });
    }
  });
});

describe('the name of a student', () => {
  it('is read by a board’s staff where there is a placement, and refused where there is none', async () => {
    const answer = await list({}, BOARD);
    const page = answer.data?.students as Page;
    const names = new Map(page.nodes.map(({ id, displayName }) => [id, displayName]));
    expect(names.get(ids.since ?? '')).toBe('since');
    expect(names.get(ids['long ago'] ?? '')).toBe('long ago');
    expect(names.get(ids.never ?? '')).toBeNull();
    expect(answer.errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code])).toEqual([
      ['displayName', 'FORBIDDEN_FIELD'],
    ]);
  });

  it('opens nothing else of the record, and nobody of another region', async () => {
    const query = 'query ($id: ID!) { student(id: $id) { displayName sasid dateOfBirth groups } }';
    const { data } = await graph.ask(query, { as: BOARD, id: ids.since });
    expect(data).toEqual({
      student: { displayName: 'since', sasid: null, dateOfBirth: null, groups: null },
    });
    await rows(graph, 'update student set placed = true where id = $1', [ids.far]);
    const far = await graph.ask(query, { as: BOARD, id: ids.far });
    expect(far).toEqual({ data: { student: null } });
  });
});
