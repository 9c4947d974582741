import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { makePlacement } from '../../support/make-placements.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const STAFF: Actor = { subject: 'staff', role: 'SCHOOL_STAFF', schools: ['90350010'] };
const STUDENT = randomUUID();
const SITE = randomUUID();
/** The newest first, and of one day's in the order of ids; the second to fourth start on one day. */
const DAYS = ['2026-09-08', '2026-07-06', '2026-07-06', '2026-07-06', '2025-07-07'];
const STATUSES = ['APPROVED', 'ACTIVE', 'WITHDRAWN', 'ACTIVE', 'COMPLETED'];

const LIST = `
  nodes { id } totalCount pageInfo { hasNextPage endCursor }`;
const OF = `query ($keys: [_Any!]!, $status: [PlacementStatus!], $first: Int! = 25, $after: String) {
  _entities(representations: $keys) {
    ... on Student { placements(status: $status, first: $first, after: $after) { ${LIST} } }
    ... on Site { placements(status: $status, first: $first, after: $after) { ${LIST} } }
    ... on School { placements(status: $status, first: $first, after: $after) { ${LIST} } }
  }
}`;
const ALL = `query ($filter: PlacementFilter!, $first: Int! = 25, $after: String) {
  placements(filter: $filter, first: $first, after: $after) { ${LIST} }
}`;

type Page = {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
const idsOf = (page: Page | undefined) => page?.nodes.map(({ id }) => id);

let graph: SubgraphUnderTest;
let placed: string[];

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
  placed = DAYS.map(() => randomUUID()).toSorted();
  for (const index of [3, 0, 4, 1, 2]) {
    await makePlacement(graph.database, {
      id: placed[index],
      student_id: STUDENT,
      site_id: SITE,
      start_date: DAYS[index],
      end_date: null,
      status: STATUSES[index],
      wbl_type: index === 4 ? 'CAPSTONE' : 'INTERNSHIP',
    });
  }
  // At another school of another region, where nobody here may look.
  await makePlacement(graph.database, {
    site_id: SITE,
    school_code: '90400010',
    board_code: 'METRO_NORTH',
  });
});
afterAll(() => graph.stop());

const PARENTS = [
  { type: 'Student', key: 'id', value: STUDENT },
  { type: 'Site', key: 'id', value: SITE },
  { type: 'School', key: 'deseCode', value: '90350010' },
] as const;

describe.each(PARENTS)('"$type.placements"', ({ type, key, value }) => {
  const pages = async (variables: object = {}, values: readonly string[] = [value]) => {
    const keys = representations(type, key, values);
    const answer = await graph.count(OF, { as: STAFF, keys, ...variables });
    const entities = (answer.data?._entities ?? []) as readonly { readonly placements: Page }[];
    return { ...answer, pages: entities.map(({ placements }) => placements) };
  };

  it('are the newest first, and of one day in the order of ids', async () => {
    const {
      pages: [page],
    } = await pages();
    expect(idsOf(page)).toEqual(placed);
    expect(page?.totalCount).toBe(5);
  });

  it.each([
    { status: ['ACTIVE'], expected: [1, 3] },
    { status: ['ACTIVE', 'COMPLETED'], expected: [1, 3, 4] },
    { status: ['DECLINED'], expected: [] },
    { status: [], expected: [] },
    { status: null, expected: [0, 1, 2, 3, 4] },
  ])('of status $status are those, and counted so', async ({ status, expected }) => {
    const {
      pages: [page],
    } = await pages({ status });
    expect(idsOf(page)).toEqual(expected.map((index) => placed[index]));
    expect(page?.totalCount).toBe(expected.length);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'are read in pages of %i to the end, equal days too',
    async (first) => {
      const read: string[] = [];
      let after: string | null = null;
      for (let hasNextPage = true; hasNextPage; ) {
        const { pages: found }: { pages: readonly Page[] } = await pages({ first, after });
        read.push(...found.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
        ({ hasNextPage, endCursor: after } = found[0]?.pageInfo ?? {
          hasNextPage: false,
          endCursor: null,
        });
      }
      expect(read).toEqual(placed);
    },
  );

  it('of a hundred are two statements: the pages, and the counts', async () => {
    const others = Array.from({ length: 99 }, (_, n) =>
      type === 'School' ? String(90350020 + n) : randomUUID(),
    );
    const { pages: found, statements } = await pages({}, [value, ...others]);
    expect(found.map(({ totalCount }) => totalCount)).toEqual([5, ...others.map(() => 0)]);
    expect(statements).toBe(2);
  });

  it('refuse a page of 0, of 101, and a cursor of another list', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { after: writeCursor([value]) }])
      expect(codesOf(await pages(variables))).toEqual(['BAD_USER_INPUT']);
  });
});

it.each(['Student', 'Site'])('of a malformed %s there is no placement', async (type) => {
  const keys = representations(type, 'id', ['', 'x', "' or '1'='1"]);
  const { data, errors } = await graph.ask(OF, { as: STAFF, keys });
  expect(errors).toBeUndefined();
  const none = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
  expect(data).toEqual({ _entities: keys.map(() => ({ placements: none })) });
});

describe('"placements"', () => {
  it.each([
    { what: 'nothing', filter: {}, expected: [0, 1, 2, 3, 4] },
    { what: 'their board', filter: { board: 'BOSTON' }, expected: [0, 1, 2, 3, 4] },
    { what: 'another board', filter: { board: 'METRO_NORTH' }, expected: [] },
    { what: 'a school', filter: { schoolCodes: ['90350010'] }, expected: [0, 1, 2, 3, 4] },
    { what: 'no school', filter: { schoolCodes: [] }, expected: [] },
    { what: "others' school", filter: { schoolCodes: ['90400010'] }, expected: [] },
    { what: 'a type', filter: { wblTypes: ['CAPSTONE', 'SIMULATION'] }, expected: [4] },
    { what: 'a status', filter: { status: ['WITHDRAWN'] }, expected: [2] },
    { what: 'a first day', filter: { startsFrom: '2026-07-06' }, expected: [0, 1, 2, 3] },
    { what: 'the day after', filter: { startsFrom: '2026-07-07' }, expected: [0] },
    { what: 'a last day, where none has one', filter: { endsTo: '2026-12-31' }, expected: [] },
    {
      what: 'all at once',
      filter: {
        board: 'BOSTON',
        schoolCodes: ['90350010'],
        wblTypes: ['INTERNSHIP'],
        status: ['ACTIVE'],
        startsFrom: '2026-01-01',
      },
      expected: [1, 3],
    },
  ])('filtered by $what are those who fit, and are counted so', async ({ filter, expected }) => {
    const { data, errors, statements } = await graph.count(ALL, { as: STAFF, filter });
    expect(errors).toBeUndefined();
    const page = data?.placements as Page;
    expect(idsOf(page)).toEqual(expected.map((index) => placed[index]));
    expect(page.totalCount).toBe(expected.length);
    expect(statements).toBe(2);
  });

  it('are read page by page to the end', async () => {
    const read: string[] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const { data } = await graph.ask(ALL, { as: STAFF, filter: {}, first: 2, after });
      const page = data?.placements as Page;
      read.push(...page.nodes.map(({ id }) => id));
      ({ hasNextPage, endCursor: after } = page.pageInfo);
    }
    expect(read).toEqual(placed);
  });

  it.each([
    {
      what: '101 schools',
      variables: { filter: { schoolCodes: DAYS.concat(Array(101)).fill('90350010') } },
    },
    { what: 'a day in the year 0', variables: { filter: { startsFrom: '0000-01-01' } } },
    { what: 'a page of 0', variables: { filter: {}, first: 0 } },
    { what: 'a cursor of nothing', variables: { filter: {}, after: '' } },
    {
      what: 'a cursor with a month that is none',
      variables: { filter: {}, after: writeCursor(['2026-13-01', STUDENT]) },
    },
  ])('refuse $what', async ({ variables }) => {
    expect(codesOf(await graph.ask(ALL, { as: STAFF, ...variables }))).toEqual(['BAD_USER_INPUT']);
  });
});
