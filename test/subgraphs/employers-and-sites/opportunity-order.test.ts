import { beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { openGraph } from './graph.ts';
import { makeOpportunity, makeProgram, makeSite } from './makers.ts';
import { pageIn, pageOf, readAll } from './pages.ts';

const graph = openGraph();
const CENTER = { lat: 42.331918, lon: -71.09088 };
const MILE_NORTH = 1 / 69.09;
const LIST = `query ($filter: OpportunityFilter!, $sort: OpportunitySort! = START_DATE, $first: Int! = 25, $after: String) {
  opportunities(filter: $filter, sort: $sort, first: $first, after: $after) ${pageOf('title hourlyWage')}
}`;
const list = async (variables: object) =>
  pageIn(await graph.ask(LIST, { ...variables }), 'opportunities');
const titles = (nodes: Awaited<ReturnType<typeof readAll>>) => nodes.map(({ title }) => title);
const all = (variables: object, first = 2) =>
  readAll((after) => list({ ...variables, first, after }));
const near = { ...CENTER, withinMiles: 5 };

beforeAll(async () => {
  const database = graph.database();
  for (const miles of [3, 1, 2, 0]) {
    const site = await makeSite(database, { ...CENTER, lat: CENTER.lat + miles * MILE_NORTH });
    await makeOpportunity(database, site, {
      title: `${miles} miles`,
      hourly_wage_cents: 1_700 + miles,
    });
    if (miles === 2)
      await makeOpportunity(database, site, { title: `${miles} miles`, hourly_wage_cents: 1_500 });
  }
  const site = await makeSite(database, { board_code: 'CENTRAL' });
  const central = (title: string, columns: object) =>
    makeOpportunity(database, site, { title, board_code: 'CENTRAL', ...columns });
  await central('one of two taken', { slots: 2, filled: 1 });
  await central('both taken', { slots: 2, filled: 2 });
  await central('stipend', { pay: 'STIPEND', hourly_wage_cents: null, slots: 2, filled: 2 });
  await central('in a program', {
    program_id: await makeProgram(database),
    career_cluster: 'FINANCE',
    hourly_wage_cents: 2_000,
  });
});

describe('opportunities by distance', () => {
  it('are the nearest first, page by page, equal ones by id', async () => {
    const nodes = await all({ filter: { near, board: 'BOSTON' }, sort: 'DISTANCE' });
    expect(titles(nodes)).toEqual(['0 miles', '1 miles', '2 miles', '2 miles', '3 miles']);
    const equal = nodes.slice(2, 4).map(({ id }) => id);
    expect(equal).toEqual(equal.toSorted());
  });

  it('need a point', async () => {
    const { errors } = await graph.ask(LIST, { filter: {}, sort: 'DISTANCE' });
    expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
      ['"sort" cannot be DISTANCE without a point. Say "near" in the filter.', 'BAD_USER_INPUT'],
    ]);
  });

  it('are two statements, and one more where the client asks how many there are', async () => {
    const nodes = `query ($near: GeoInput!) { opportunities(filter: { near: $near }, sort: DISTANCE) { nodes { site { name } } } }`;
    expect((await graph.count(nodes, { near })).statements).toBe(2);
    expect((await graph.count(LIST, { filter: { near }, sort: 'DISTANCE' })).statements).toBe(3);
  });
});

describe('opportunities by wage', () => {
  it('are the highest first, and what has none comes last', async () => {
    const nodes = await all({ filter: { board: 'CENTRAL' }, sort: 'WAGE' });
    expect(nodes.map(({ hourlyWage }) => hourlyWage)).toEqual([20, 16.75, 16.75, null]);
  });

  it('are so within a circle too', async () => {
    const nodes = await all({ filter: { near, board: 'BOSTON' }, sort: 'WAGE' });
    expect(titles(nodes)).toEqual(['3 miles', '2 miles', '1 miles', '0 miles', '2 miles']);
  });
});

describe('a filter', () => {
  it.each([
    { filter: { hasOpenSlots: true }, found: ['one of two taken', 'in a program'] },
    { filter: { hasOpenSlots: false }, found: ['both taken', 'stipend'] },
    { filter: { hasOpenSlots: null, pay: ['STIPEND'] }, found: ['stipend'] },
    { filter: { hasOpenSlots: true, pay: ['STIPEND'] }, found: [] },
    { filter: { clusters: ['FINANCE', 'MARKETING'] }, found: ['in a program'] },
  ])('of $filter finds $found', async ({ filter, found }) => {
    const page = await list({ filter: { board: 'CENTRAL', ...filter } });
    expect(titles(page.nodes).toSorted()).toEqual(found.toSorted());
    expect(page.totalCount).toBe(found.length);
  });

  it('of a program finds what is part of it', async () => {
    const database = graph.database();
    const program = await makeProgram(database);
    await makeOpportunity(database, await makeSite(database), {
      program_id: program,
      title: 'ours',
    });
    expect(titles((await list({ filter: { program } })).nodes)).toEqual(['ours']);
    const { errors } = await graph.ask(LIST, { filter: { program: 'x' } });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a cursor', () => {
  const id = '01890000-0000-7000-8000-000000000000';
  it.each([
    { what: 'of the list by wage', sort: 'DISTANCE', keys: ['WAGE', '1700', id] },
    { what: 'of the list by start date', sort: 'WAGE', keys: ['2026-07-06', id] },
    { what: 'with a rank that is none', sort: 'WAGE', keys: ['WAGE', "0'; drop", id] },
    { what: 'with a wage beyond any', sort: 'WAGE', keys: ['WAGE', '99999999999', id] },
    { what: 'with a part of a cent', sort: 'WAGE', keys: ['WAGE', '1700.5', id] },
    { what: 'with a distance below any', sort: 'DISTANCE', keys: ['DISTANCE', '1e-999', id] },
    {
      what: 'with a distance beyond any',
      sort: 'DISTANCE',
      keys: ['DISTANCE', '9'.repeat(400), id],
    },
    { what: 'with an id that is none', sort: 'WAGE', keys: ['WAGE', '0', 'x'] },
  ])('$what is refused by the list by $sort', async ({ sort, keys }) => {
    const after = writeCursor(keys);
    const { errors } = await graph.ask(LIST, { filter: { near }, sort, after });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    { sort: 'START_DATE', before: { start_date: '2026-07-01' } },
    { sort: 'WAGE', before: { hourly_wage_cents: 3_000 } },
  ])('by $sort shifts nothing while others are published before and after it', async (given) => {
    const database = graph.database();
    const board = given.sort === 'WAGE' ? 'BRISTOL' : 'BERKSHIRE';
    const site = await makeSite(database, { board_code: board });
    const add = (title: string, columns: object = {}) =>
      makeOpportunity(database, site, { title, board_code: board, ...columns });
    for (let n = 0; n < 10; n++) await add('there from the start');
    const read = (after: string | null) =>
      list({ filter: { board }, sort: given.sort, first: 3, after });
    const nodes = await readAll(read, async () => {
      await add('earlier', given.before);
      await Promise.all([add('meanwhile'), add('meanwhile')]);
    });
    const ids = nodes.map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(titles(nodes).filter((title) => title === 'there from the start')).toHaveLength(10);
    expect(titles(nodes)).not.toContain('earlier');
  });
});
