import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './support/network.ts';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH', ['Somerville', 'Arlington', 'Medford']);
  await make.board('BOSTON', ['Boston']);
  await make.district();
  await make.school('99010505', { tier: 'PARTNER' });
  await make.school('99010510', { tier: 'MEMBER' });
  await make.school('99010515', { tier: 'PARTNER' });
  await make.school('99010520', { tier: 'PARTNER', board_code: 'BOSTON' });
  for (const date of ['2026-06-30', '2026-07-01', '2027-06-30', '2027-07-01'])
    await make.convening({ date });
});

afterAll(() => network.stop());

describe('workforce boards', () => {
  it('come in the order of their codes', async () => {
    expect(await network.ask('{ workforceBoards { code name planningRegion } }')).toEqual({
      data: {
        workforceBoards: [
          { code: 'BOSTON', name: 'MassHire BOSTON Workforce Board', planningRegion: 'NORTHEAST' },
          {
            code: 'METRO_NORTH',
            name: 'MassHire METRO_NORTH Workforce Board',
            planningRegion: 'NORTHEAST',
          },
        ],
      },
    });
  });

  it('read the schools of all of them together, and count them together', async () => {
    const query = `{ workforceBoards { code schools(tier: PARTNER, first: 1) {
      totalCount pageInfo { hasNextPage } nodes { deseCode board { name } }
    } convenings(fiscalYear: 2027) { date } } }`;
    const { data } = await network.ask(query);
    expect(data?.workforceBoards).toMatchObject([
      {
        code: 'BOSTON',
        schools: {
          totalCount: 1,
          pageInfo: { hasNextPage: false },
          nodes: [{ deseCode: '99010520' }],
        },
        convenings: [],
      },
      {
        code: 'METRO_NORTH',
        schools: {
          totalCount: 2,
          pageInfo: { hasNextPage: true },
          nodes: [{ deseCode: '99010505' }],
        },
        convenings: [{ date: '2026-07-01' }, { date: '2027-06-30' }],
      },
    ]);
    expect(await network.cost(() => network.ask(query))).toBe(3);
  });
});

describe('a workforce board', () => {
  it('lists its municipalities in alphabetical order', async () => {
    expect(await network.ask('{ workforceBoard(code: METRO_NORTH) { municipalities } }')).toEqual({
      data: { workforceBoard: { municipalities: ['Arlington', 'Medford', 'Somerville'] } },
    });
  });

  it('lists every convening in the order of dates where no fiscal year is asked', async () => {
    expect(
      await network.ask(
        '{ workforceBoard(code: METRO_NORTH) { convenings { date title openToAllSchools attendance } } }',
      ),
    ).toEqual({
      data: {
        workforceBoard: {
          convenings: ['2026-06-30', '2026-07-01', '2027-06-30', '2027-07-01'].map((date) => ({
            date,
            title: 'Autumn convening',
            openToAllSchools: true,
            attendance: null,
          })),
        },
      },
    });
  });

  it('pages through its schools', async () => {
    const query = `query ($after: String) { workforceBoard(code: METRO_NORTH) {
      schools(first: 2, after: $after) { nodes { deseCode } pageInfo { hasNextPage endCursor } }
    } }`;
    const pageAfter = async (after: unknown) =>
      (await network.ask(query, { after })).data?.workforceBoard as {
        schools: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    const { schools: first } = await pageAfter(null);
    const { schools: second } = await pageAfter(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes]).toEqual([
      { deseCode: '99010505' },
      { deseCode: '99010510' },
      { deseCode: '99010515' },
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('that is not in the database is null', async () => {
    expect(await network.ask('{ workforceBoard(code: BERKSHIRE) { name } }')).toEqual({
      data: { workforceBoard: null },
    });
  });

  it('with an unknown code is refused before the database is asked', async () => {
    const ask = () => network.ask('{ workforceBoard(code: NANTUCKET) { name } }');
    expect((await ask()).errors).toHaveLength(1);
    expect(await network.cost(ask)).toBe(0);
  });
});
