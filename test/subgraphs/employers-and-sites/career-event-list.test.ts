import { beforeAll, describe, expect, it } from 'vitest';
import { openGraph } from './graph.ts';
import { makeEmployer, makeEvent } from './makers.ts';
import { pageIn, pageOf, readAll } from './pages.ts';

const graph = openGraph();
const LIST = `query ($board: WorkforceBoardCode, $school: DeseOrgCode, $year: FiscalYear, $types: [CareerEventType!], $first: Int! = 25, $after: String) {
  careerEvents(board: $board, school: $school, fiscalYear: $year, types: $types, first: $first, after: $after) ${pageOf('title')}
}`;
const list = async (variables: object) =>
  pageIn(await graph.ask(LIST, { ...variables }), 'careerEvents');
const titles = (nodes: Awaited<ReturnType<typeof readAll>>) => nodes.map(({ title }) => title);
const [OURS, THEIRS] = ['90350010', '90360010'];

beforeAll(async () => {
  const database = graph.database();
  const employer = await makeEmployer(database);
  const add = (title: string, day: string, columns: object, schools: readonly string[] = []) =>
    makeEvent(database, [employer], { title, start_date: day, ...columns }, schools);
  await add('june', '2026-06-30', { board_code: 'BOSTON' }, [OURS]);
  await add('july', '2026-07-01', { board_code: 'BOSTON' }, [OURS, THEIRS]);
  await add('bootcamp', '2027-04-20', { board_code: 'BOSTON', type: 'BOOTCAMP' }, [THEIRS]);
  await add('elsewhere', '2026-10-01', { board_code: 'CENTRAL' });
  await add('nobody said where', '2026-10-01', {});
});

describe('the list of career events', () => {
  it('is the latest first, page by page', async () => {
    const nodes = await readAll((after) => list({ first: 2, after }));
    expect(titles(nodes)[0]).toBe('bootcamp');
    expect(titles(nodes).slice(-2)).toEqual(['july', 'june']);
    expect(nodes).toHaveLength(5);
  });

  it.each([
    { filter: { board: 'BOSTON' }, found: ['bootcamp', 'july', 'june'] },
    { filter: { school: OURS }, found: ['july', 'june'] },
    { filter: { school: OURS, year: 2027 }, found: ['july'] },
    { filter: { school: '90370010' }, found: [] },
    { filter: { year: 2026 }, found: ['june'] },
    { filter: { types: ['BOOTCAMP'] }, found: ['bootcamp'] },
    { filter: { types: [] }, found: [] },
    { filter: { board: 'CENTRAL', year: 2027 }, found: ['elsewhere'] },
  ])('of $filter has $found', async ({ filter, found }) => {
    const page = await list(filter);
    expect(titles(page.nodes)).toEqual(found);
    expect(page.totalCount).toBe(found.length);
  });

  it('is found by id as well', async () => {
    const [first] = (await list({})).nodes;
    const query = 'query ($id: ID!) { careerEvent(id: $id) { title } }';
    expect(await graph.ask(query, { id: first?.id })).toEqual({
      data: { careerEvent: { title: 'bootcamp' } },
    });
    expect(await graph.ask(query, { id: 'x' })).toEqual({ data: { careerEvent: null } });
  });

  it('is one statement, and one more where the client asks how many there are', async () => {
    const nodes = `query { careerEvents(school: "${OURS}") { nodes { hostEmployers { name } schools { deseCode } } } }`;
    expect((await graph.count(nodes)).statements).toBe(1);
    expect((await graph.count(LIST)).statements).toBe(2);
  });
});
