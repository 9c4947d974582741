import { beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { openGraph } from './graph.ts';
import { makeOpportunity, makeSite } from './makers.ts';

const graph = openGraph();
const OPPORTUNITIES = `query ($filter: OpportunityFilter!, $first: Int! = 25, $after: String) {
  opportunities(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id title startDate site { employer { naics } } } pageInfo { hasNextPage endCursor }
  }
}`;
type Page = {
  readonly totalCount: number;
  readonly nodes: readonly { id: string; title: string; startDate: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

async function pageOf(filter: object, page: object = {}): Promise<Page> {
  const { data, errors } = await graph.ask(OPPORTUNITIES, { filter, ...page });
  expect(errors).toBeUndefined();
  return data?.opportunities as Page;
}
const titlesOf = ({ nodes }: Page) => nodes.map(({ title }) => title);
const codesOf = (errors: readonly { extensions?: Record<string, unknown> }[] | undefined) =>
  errors?.map(({ extensions }) => extensions?.code);

beforeAll(async () => {
  const database = graph.database();
  const site = await makeSite(database);
  const add = (title: string, columns: object) =>
    makeOpportunity(database, site, { title, ...columns });
  for (let n = 0; n < 5; n++) await add('same day', { board_code: 'BERKSHIRE' });
  await add('day before', { board_code: 'BERKSHIRE', start_date: '2026-07-05' });
  await add('day after', { board_code: 'BERKSHIRE', start_date: '2026-07-07' });
  await add('any age', { minimum_age: null });
  await add('from 16', {});
  await add('from 18', { minimum_age: 18 });
  await add('co-op', { board_code: 'CENTRAL', wbl_type: 'COOPERATIVE_EDUCATION' });
  await add('stipend', { board_code: 'CENTRAL', pay: 'STIPEND', hourly_wage_cents: null });
  await add('growth', { board_code: 'CENTRAL', demand_rating: 'GROWTH_AREA' });
  for (const status of ['DRAFT', 'FILLED', 'CLOSED', 'WITHDRAWN'])
    await add(status, { board_code: 'HAMPDEN_COUNTY', status });
});

describe('the list of open opportunities', () => {
  it('is read to the end over equal start dates, each once, the soonest first', async () => {
    const read: Page['nodes'][number][] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageOf({ board: 'BERKSHIRE' }, { first: 2, after });
      read.push(...page.nodes);
      expect(page.totalCount).toBe(7);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    const dates = read.map(({ startDate }) => startDate);
    expect(dates).toEqual(['2026-07-05', ...Array(5).fill('2026-07-06'), '2026-07-07']);
    expect(new Set(read.map(({ id }) => id)).size).toBe(7);
    const equal = read.slice(1, 6).map(({ id }) => id);
    expect(equal).toEqual(equal.toSorted());
  });

  it('has what ends today, and not what ended yesterday', async () => {
    const site = await makeSite(graph.database());
    const ends = (title: string, end_date: string) =>
      makeOpportunity(graph.database(), site, {
        title,
        board_code: 'NORTH_SHORE',
        start_date: '2026-05-01',
        end_date,
      });
    await ends('today', '2026-06-01');
    await ends('yesterday', '2026-05-31');
    const page = await pageOf({ board: 'NORTH_SHORE' });
    expect([titlesOf(page), page.totalCount]).toEqual([['today'], 1]);
  });

  it('keeps to what begins on a day or later', async () => {
    const page = await pageOf({ board: 'BERKSHIRE', startsFrom: '2026-07-07' });
    expect(titlesOf(page)).toEqual(['day after']);
    expect((await pageOf({ board: 'BERKSHIRE', startsFrom: '2026-07-06' })).totalCount).toBe(6);
  });

  it.each([
    { filter: { wblTypes: ['COOPERATIVE_EDUCATION'] }, titles: ['co-op'] },
    { filter: { pay: ['STIPEND', 'UNPAID'] }, titles: ['stipend'] },
    { filter: { demand: ['GROWTH_AREA'] }, titles: ['growth'] },
    { filter: { wblTypes: ['INTERNSHIP'], pay: ['EMPLOYER_PAID'] }, titles: ['growth'] },
    { filter: { wblTypes: [] }, titles: [] },
  ])('keeps to $filter', async ({ filter, titles }) => {
    expect(titlesOf(await pageOf({ board: 'CENTRAL', ...filter }))).toEqual(titles);
  });

  it.each([
    { age: 15, titles: ['any age'] },
    { age: 16, titles: ['any age', 'from 16'] },
    { age: 18, titles: ['any age', 'from 16', 'from 18'] },
  ])('has $titles for students of $age', async ({ age, titles }) => {
    const page = await pageOf({ board: 'BOSTON', minStudentAge: age });
    expect(titlesOf(page).toSorted()).toEqual(titles);
  });

  it('has nothing that is not open', async () => {
    expect(await pageOf({ board: 'HAMPDEN_COUNTY' })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('is one statement, and one more where the client asks how many there are', async () => {
    const nodes =
      'query { opportunities(filter: {}) { nodes { site { onboarding { status } employer { name } } } } }';
    expect((await graph.count(nodes)).statements).toBe(1);
    expect((await graph.count(OPPORTUNITIES, { filter: {} })).statements).toBe(2);
  });

  it.each([0, 101])('has no page of %d', async (first) => {
    const { errors } = await graph.ask(OPPORTUNITIES, { filter: {}, first });
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['0000-01-01', '2026-02-30', '2026-7-6'])('has no day "%s"', async (startsFrom) => {
    const { errors } = await graph.ask(OPPORTUNITIES, { filter: { startsFrom } });
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  });

  const id = '01890000-0000-7000-8000-000000000000';
  it.each([
    { what: 'text', after: 'x' },
    { what: 'a cursor of another list', after: writeCursor([id]) },
    { what: 'a day that no calendar has', after: writeCursor(['2026-13-01', id]) },
    { what: 'a year before all others', after: writeCursor(['0000-01-01', id]) },
    { what: 'an id that is none', after: writeCursor(['2026-07-06', 'x']) },
  ])('refuses $what as a cursor', async ({ after }) => {
    const { errors } = await graph.ask(OPPORTUNITIES, { filter: {}, after });
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  });
});
