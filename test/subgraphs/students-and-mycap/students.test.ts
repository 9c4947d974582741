import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { createStudentsAndMyCap } from '../../../subgraphs/students-and-mycap/subgraph.ts';
import { makePlan, makeStudent } from '../../support/make-students.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const BOARD: Actor = { subject: 'board', role: 'BOARD_STAFF', board: 'BOSTON' };
const SCHOOLS = ['90350010', '90350020'] as const;
const PAGE = `query ($filter: StudentFilter!, $first: Int! = 25, $after: String) {
  students(filter: $filter, first: $first, after: $after) {
    nodes { id } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

type Page = {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

let graph: SubgraphUnderTest;
/** By school and grade: two students of each, the second without a plan. */
const students = new Map<string, readonly string[]>();
const everyone = () => [...students.values()].flat().toSorted();

beforeAll(async () => {
  graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
  const { database } = graph;
  for (const school of SCHOOLS) {
    for (const grade of [9, 10, 11]) {
      const columns = { school_code: school, grade };
      const planned = await makeStudent(database, columns);
      await makePlan(database, planned, {
        current_stage: grade === 11 ? 'CAREER_IMMERSION' : 'CAREER_EXPLORATION',
      });
      students.set(`${school} ${grade}`, [planned, await makeStudent(database, columns)]);
    }
    await makeStudent(database, {
      school_code: school,
      enrollment_status: 'GRADUATED',
      graduated_on: '2026-06-10',
    });
    await makeStudent(database, { school_code: school, enrollment_status: 'WITHDRAWN' });
  }
  await makeStudent(database, { school_code: '90400010', board_code: 'METRO_NORTH' });
});
afterAll(() => graph.stop());

async function page(variables: object, as: Actor = BOARD): Promise<Page> {
  const { data, errors } = await graph.ask(PAGE, { as, ...variables });
  expect(errors).toBeUndefined();
  return data?.students as Page;
}
const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

describe('"students"', () => {
  it.each([
    { what: 'nothing', filter: {}, expected: everyone },
    {
      what: 'a school',
      filter: { schoolCodes: ['90350020'] },
      expected: () => everyone().filter((id) => of('90350020').includes(id)),
    },
    { what: 'both schools', filter: { schoolCodes: SCHOOLS }, expected: everyone },
    { what: 'no school at all', filter: { schoolCodes: [] }, expected: () => [] },
    {
      what: 'a school without students',
      filter: { schoolCodes: ['90359999'] },
      expected: () => [],
    },
    { what: 'their board', filter: { board: 'BOSTON' }, expected: everyone },
    { what: 'another board', filter: { board: 'METRO_NORTH' }, expected: () => [] },
    {
      what: 'a grade',
      filter: { grade: 10 },
      expected: () => SCHOOLS.flatMap((school) => students.get(`${school} 10`) ?? []).toSorted(),
    },
    { what: 'a grade that is none', filter: { grade: -1 }, expected: () => [] },
    {
      what: 'a stage',
      filter: { stage: 'CAREER_IMMERSION' },
      expected: () => SCHOOLS.map((school) => students.get(`${school} 11`)?.[0]).toSorted(),
    },
    {
      what: 'everything at once',
      filter: {
        schoolCodes: ['90350010'],
        board: 'BOSTON',
        grade: 9,
        stage: 'CAREER_EXPLORATION',
      },
      expected: () => [students.get('90350010 9')?.[0]],
    },
    {
      what: 'nulls, which ask for nothing',
      filter: { schoolCodes: null, board: null, grade: null, stage: null },
      expected: everyone,
    },
  ])('filtered by $what are those who fit, and are counted so', async ({ filter, expected }) => {
    const found = await page({ filter });
    expect(idsOf(found)).toEqual(expected());
    expect(found.totalCount).toBe(expected().length);
  });

  it.each([1, 5, 11, 12, 13, 100])('are read in pages of %i to the end', async (first) => {
    const read: string[] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const next: Page = await page({ filter: {}, first, after });
      expect(next.totalCount).toBe(12);
      read.push(...idsOf(next));
      ({ hasNextPage, endCursor: after } = next.pageInfo);
    }
    expect(read).toEqual(everyone());
  });

  it('after the last one are an empty page', async () => {
    const after = writeCursor([everyone().at(-1) ?? '']);
    const pageInfo = { hasNextPage: false, endCursor: null };
    expect(await page({ filter: {}, after })).toEqual({ nodes: [], totalCount: 12, pageInfo });
  });

  it.each([
    { what: 'a page of 0', variables: { filter: {}, first: 0 } },
    { what: 'a page of 101', variables: { filter: {}, first: 101 } },
    { what: 'a cursor of no list', variables: { filter: {}, after: 'x' } },
    { what: 'a cursor of another list', variables: { filter: {}, after: writeCursor(['9']) } },
    {
      what: '101 schools',
      variables: { filter: { schoolCodes: Array.from({ length: 101 }, () => '90350010') } },
    },
    { what: 'a school code that is none', variables: { filter: { schoolCodes: ["x' or 1"] } } },
  ])('refuse $what', async ({ variables }) => {
    const { statements, ...answer } = await graph.count(PAGE, { as: BOARD, ...variables });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(statements).toBe(0);
  });

  it('are one statement, and one more where their count is asked', async () => {
    const nodes =
      'query { students(filter: {}) { nodes { id school { deseCode } myCap { goals { text } } } } }';
    expect(await graph.count(nodes, { as: BOARD })).toMatchObject({ statements: 1 });
    expect(await graph.count(PAGE, { as: BOARD, filter: {} })).toMatchObject({ statements: 2 });
  });
});

const of = (school: string) =>
  [9, 10, 11].flatMap((grade) => students.get(`${school} ${grade}`) ?? []);

describe('"School.students"', () => {
  const SCHOOL = `query ($keys: [_Any!]!, $grade: Int, $first: Int! = 25, $after: String) {
    _entities(representations: $keys) { ... on School {
      students(grade: $grade, first: $first, after: $after) {
        nodes { id } totalCount pageInfo { hasNextPage endCursor }
      }
    } }
  }`;
  type School = { readonly students: Page };
  const ask = (variables: object) => graph.count(SCHOOL, { as: BOARD, ...variables });
  const keys = representations('School', 'deseCode', SCHOOLS);

  it('are who is enrolled there now, each school its own page', async () => {
    const { data, statements } = await ask({ keys });
    const schools = data?._entities as readonly School[];
    expect(schools.map((school) => idsOf(school.students))).toEqual(
      SCHOOLS.map((school) => of(school).toSorted()),
    );
    expect(schools.map((school) => school.students.totalCount)).toEqual([6, 6]);
    expect(statements).toBe(2);
  });

  it('of a grade are those of the grade', async () => {
    const { data } = await ask({ keys, grade: 11 });
    const schools = data?._entities as readonly School[];
    expect(schools.map((school) => idsOf(school.students))).toEqual(
      SCHOOLS.map((school) => [...(students.get(`${school} 11`) ?? [])].toSorted()),
    );
    expect(schools.map((school) => school.students.totalCount)).toEqual([2, 2]);
  });

  it('are read page by page to the end', async () => {
    const read: string[] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const { data } = await ask({ keys: keys.slice(0, 1), first: 4, after });
      const [school] = (data?._entities ?? []) as readonly School[];
      read.push(...(school ? idsOf(school.students) : []));
      ({ hasNextPage, endCursor: after } = school?.students.pageInfo ?? {
        hasNextPage: false,
        endCursor: null,
      });
    }
    expect(read).toEqual(of('90350010').toSorted());
  });

  it('of a hundred schools are two statements', async () => {
    const codes = Array.from({ length: 100 }, (_, n) => String(90350000 + 10 * n));
    const { data, statements } = await ask({ keys: representations('School', 'deseCode', codes) });
    expect(data?._entities).toHaveLength(100);
    expect(statements).toBe(2);
  });

  it('refuse a page that is too long', async () => {
    expect(codesOf(await ask({ keys, first: 101 }))).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });
});
