import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { type Network, startNetwork } from './support/network.ts';
import { refusals } from './support/people.ts';

const PAGE = `query ($search: String, $town: String, $district: DeseOrgCode, $inNetwork: Boolean,
  $highSchool: Boolean, $includeClosed: Boolean! = false, $sort: SchoolSort! = CODE, $first: Int! = 25, $after: String) {
  schools(search: $search, town: $town, district: $district, inNetwork: $inNetwork, highSchool: $highSchool,
    includeClosed: $includeClosed, sort: $sort, first: $first, after: $after) {
    nodes { deseCode } totalCount pageInfo { hasNextPage endCursor } } }`;
const [BOG, ELM, MILL, OLD, FAR] = ['99010505', '99010510', '99011005', '99010999', '99020505'];

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.district('99020000', 'Elm');
  await make.school('99010505', {
    name: 'Cranberry Bog High',
    town: 'Somerville',
    tier: 'PARTNER',
  });
  await make.school('99010510', { name: 'Elm High', town: 'Medford', tier: 'MEMBER' });
  await make.school('99011005', { name: 'Bog Mill 100%', town: 'Arlington', grades: [6, 7, 8] });
  await make.school('99010999', { name: 'Old Elm High', town: 'Medford', closed_on: '2024-07-01' });
  await make.school('99020505', { name: 'Elm High', town: 'Arlington', district_code: '99020000' });
});
afterAll(() => network.stop());

type Page = {
  readonly nodes: readonly { readonly deseCode: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
const page = async (question: object) =>
  (await network.ask(PAGE, { ...question })).data?.schools as Page;
const codes = async (question: object) =>
  (await page(question)).nodes.map(({ deseCode }) => deseCode);

describe('schools are found', () => {
  it.each([
    { by: { search: 'bog' }, expected: [BOG, MILL] },
    { by: { search: 'ARLING' }, expected: [MILL, FAR] },
    { by: { search: '0105' }, expected: [BOG, ELM] },
    { by: { search: '100%' }, expected: [MILL] },
    { by: { search: '_og' }, expected: [] },
    { by: { town: 'medford' }, expected: [ELM] },
    { by: { town: 'Med' }, expected: [] },
    { by: { district: '99020000' }, expected: [FAR] },
    { by: { inNetwork: true }, expected: [BOG, ELM] },
    { by: { inNetwork: false }, expected: [MILL, FAR] },
    { by: { highSchool: true }, expected: [BOG, ELM, FAR] },
    { by: { highSchool: false }, expected: [MILL] },
    { by: { includeClosed: true }, expected: [BOG, ELM, OLD, MILL, FAR] },
    { by: { includeClosed: true, inNetwork: false }, expected: [OLD, MILL, FAR] },
    { by: { search: 'elm', town: 'Arlington', highSchool: true }, expected: [FAR] },
  ])('by $by, and counted', async ({ by, expected }) => {
    expect(await codes(by)).toEqual(expected);
    expect((await page(by)).totalCount).toBe(expected.length);
  });

  it.each([
    { sort: 'NAME', expected: [MILL, BOG, ELM, FAR] },
    { sort: 'TOWN', expected: [MILL, FAR, ELM, BOG] },
    { sort: 'CODE', expected: [BOG, ELM, MILL, FAR] },
  ])('in the order of $sort, page by page', async ({ sort, expected }) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const next: Page = await page({ sort, first: 1, after });
      seen.push(...next.nodes.map(({ deseCode }) => deseCode));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  it('by a search of 1 to 100 characters', async () => {
    for (const search of ['', ' ', 's'.repeat(101), 'a\u0000'])
      expect(refusals(await network.ask(PAGE, { search }))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    { what: 'another order', sort: 'NAME', after: writeCursor(['99010505']) },
    { what: 'another column', sort: 'NAME', after: writeCursor(['TOWN', 'Medford', '99010505']) },
    { what: 'a list by code', sort: 'CODE', after: writeCursor(['NAME', 'Elm', '99010505']) },
    { what: 'no text', sort: 'TOWN', after: writeCursor(['TOWN', 'a\u0000', '99010505']) },
  ])('not after a cursor of $what', async ({ sort, after }) => {
    expect(refusals(await network.ask(PAGE, { sort, after }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('while schools are added at once, the pages', () => {
  const PAGES_WITH_NEW_ONES = 6;
  const added = /^99013/;

  it.each(['CODE', 'NAME', 'TOWN'])('by %s show each that was there before once', async (sort) => {
    await network.database.pool.query(`delete from school where dese_code like '99013%'`);
    const before = await codes({ sort, first: 100 });
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages === 0 || after !== null; pages++) {
      const names = pages < PAGES_WITH_NEW_ONES ? ['Aa', 'Mm', 'Zz'] : [];
      const adding = names.map((name, n) =>
        network.make.school(`99013${pages}${n}1`, { name, town: name }),
      );
      const next: Page = await page({ sort, first: 1, after });
      await Promise.all(adding);
      seen.push(...next.nodes.map(({ deseCode }) => deseCode));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((code) => !added.test(code))).toEqual(before);
  });
});
