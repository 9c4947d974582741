import { beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { openGraph } from './graph.ts';
import { makeEmployer } from './makers.ts';
import { pageIn, pageOf, readAll } from './pages.ts';

const graph = openGraph();
const LIST = `query ($board: WorkforceBoardCode, $sector: EmployerSector, $name: String, $first: Int! = 25, $after: String) {
  employers(board: $board, sector: $sector, name: $name, first: $first, after: $after) ${pageOf('name')}
}`;
const list = async (variables: object) =>
  pageIn(await graph.ask(LIST, { ...variables }), 'employers');
const names = (nodes: Awaited<ReturnType<typeof readAll>>) => nodes.map(({ name }) => name);

beforeAll(async () => {
  const add = (name: string, columns: object = {}) =>
    makeEmployer(graph.database(), { name, board_code: 'CENTRAL', ...columns });
  await add('Millrace Clinic');
  await add('Esker & Kelpshoal Clinic', { sector: 'PRIVATE' });
  await add('Millrace Software Guild', { sector: 'PRIVATE', board_code: 'BOSTON' });
  await add('Ágata’s Bakehouse');
  await add('Millrace Clinic');
});

describe('the list of employers', () => {
  it('is by name, page by page, equal names by id', async () => {
    const nodes = await readAll((after) => list({ first: 2, after }));
    const inOrder = await graph.database().pool.query('select id from employer order by name, id');
    expect(nodes.map(({ id }) => id)).toEqual(inOrder.rows.map(({ id }) => id));
    expect(nodes).toHaveLength(5);
  });

  it.each([
    { filter: { board: 'BOSTON' }, found: ['Millrace Software Guild'] },
    {
      filter: { sector: 'PRIVATE' },
      found: ['Esker & Kelpshoal Clinic', 'Millrace Software Guild'],
    },
    {
      filter: { name: 'clinic' },
      found: ['Esker & Kelpshoal Clinic', 'Millrace Clinic', 'Millrace Clinic'],
    },
    { filter: { name: 'MILL clin' }, found: ['Millrace Clinic', 'Millrace Clinic'] },
    { filter: { name: 'guild soft' }, found: ['Millrace Software Guild'] },
    { filter: { name: 'race' }, found: [] },
    { filter: { name: "kelp'shoal:* | !" }, found: [] },
    { filter: { name: 'ágata' }, found: ['Ágata’s Bakehouse'] },
    { filter: { name: 'esker', board: 'BOSTON' }, found: [] },
  ])('of $filter has $found', async ({ filter, found }) => {
    const page = await list(filter);
    expect(names(page.nodes)).toEqual(found);
    expect(page.totalCount).toBe(found.length);
  });

  it.each(['', 'a', '& |', 'x'.repeat(101)])('is not searched for "%s"', async (name) => {
    const { errors } = await graph.ask(LIST, { name });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    [['Millrace']],
    [['a\u0000', '01890000-0000-7000-8000-000000000000']],
    [['Millrace', 'x']],
  ])('refuses %j as a cursor', async (keys) => {
    const { errors } = await graph.ask(LIST, { after: writeCursor(keys) });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is one statement', async () => {
    const nodes = 'query { employers(name: "mill") { nodes { id sites { id } } } }';
    expect((await graph.count(nodes)).statements).toBe(1);
  });
});
