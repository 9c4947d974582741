import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './support/network.ts';

const CODES = Array.from({ length: 40 }, (_, index) => `99010${100 + index}`);

let network: Network;
let program: string;
let credential: string;
let agreement: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH', ['Somerville']);
  await make.district();
  for (const code of CODES) await make.school(code);
  await make.board('BOSTON');
  await make.district('99020000', 'Harbor');
  await make.school('99020100', { board_code: 'BOSTON', district_code: '99020000' });
  credential = await make.credential('OSHA 10');
  program = await make.pathway('99010100', {}, [credential]);
  agreement = await make.agreement(['99010100']);
});

afterAll(() => network.stop());

const entities = (selection: string, keys: readonly object[]) =>
  network.ask(`query ($keys: [_Any!]!) { _entities(representations: $keys) { ${selection} } }`, {
    keys,
  });

describe('entities', () => {
  it('of one type are one statement for all keys, relations included, in the order of the keys', async () => {
    const keys = CODES.toReversed().map((deseCode) => ({ __typename: 'School', deseCode }));
    const ask = () =>
      entities('... on School { deseCode board { code municipalities } district { name } }', keys);
    const { data, errors } = await ask();
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual(
      CODES.toReversed().map((deseCode) => ({
        deseCode,
        board: { code: 'METRO_NORTH', municipalities: ['Somerville'] },
        district: { name: 'Cranberry Bog' },
      })),
    );
    expect(await network.cost(ask)).toBe(1);
  });

  it('of several types are one statement each', async () => {
    const keys = [
      { __typename: 'School', deseCode: '99010100' },
      { __typename: 'District', deseCode: '99010000' },
      { __typename: 'WorkforceBoard', code: 'METRO_NORTH' },
      { __typename: 'PathwayProgram', id: program },
      { __typename: 'IndustryCredential', id: credential },
      { __typename: 'PartnershipAgreement', id: agreement },
      { __typename: 'School', deseCode: '99010101' },
    ];
    const ask = () =>
      entities(
        `... on School { deseCode } ... on District { schools { deseCode } } ... on WorkforceBoard { code }
         ... on PathwayProgram { school { deseCode } industryRecognizedCredentials { title } }
         ... on IndustryCredential { title } ... on PartnershipAgreement { fiscalYear schools { deseCode } }`,
        keys,
      );
    expect(await ask()).toEqual({
      data: {
        _entities: [
          { deseCode: '99010100' },
          { schools: CODES.map((deseCode) => ({ deseCode })) },
          { code: 'METRO_NORTH' },
          {
            school: { deseCode: '99010100' },
            industryRecognizedCredentials: [{ title: 'OSHA 10' }],
          },
          { title: 'OSHA 10' },
          { fiscalYear: 2027, schools: [{ deseCode: '99010100' }] },
          { deseCode: '99010101' },
        ],
      },
    });
    expect(await network.cost(ask)).toBe(6);
  });

  it('that are boards read the pages of all their schools together', async () => {
    const keys = ['METRO_NORTH', 'BOSTON'].map((code) => ({ __typename: 'WorkforceBoard', code }));
    const ask = () =>
      entities(
        '... on WorkforceBoard { schools(first: 1) { nodes { deseCode board { code } pathways { title } } } }',
        keys,
      );
    const school = (deseCode: string, code: string, pathways: object[]) => ({
      schools: { nodes: [{ deseCode, board: { code }, pathways }] },
    });
    expect(await ask()).toEqual({
      data: {
        _entities: [
          school('99010100', 'METRO_NORTH', [{ title: 'Health Assisting' }]),
          school('99020100', 'BOSTON', []),
        ],
      },
    });
    expect(await network.cost(ask)).toBe(2);
  });

  it('with keys that name nothing are null, in one statement', async () => {
    const keys = ['99010100', '12345678', '99010101'].map((deseCode) => ({
      __typename: 'School',
      deseCode,
    }));
    const ask = () => entities('... on School { deseCode }', keys);
    expect(await ask()).toEqual({
      data: { _entities: [{ deseCode: '99010100' }, null, { deseCode: '99010101' }] },
    });
    expect(await network.cost(ask)).toBe(1);
  });

  it.each([
    { __typename: 'School', deseCode: "' or 1=1" },
    { __typename: 'District', deseCode: '9901000' },
    { __typename: 'WorkforceBoard', code: 'NANTUCKET' },
    { __typename: 'PartnershipAgreement', id: '1' },
    { __typename: 'PathwayProgram', id: '' },
    { __typename: 'IndustryCredential', id: 'A0EEBC99' },
    { __typename: 'StaffContact', id: '00000000-0000-0000-0000-00000000000g' },
  ])('with a key that cannot exist are null and never asked of the database: %o', async (key) => {
    const ask = () => entities('__typename', [key]);
    expect(await ask()).toEqual({ data: { _entities: [null] } });
    expect(await network.cost(ask)).toBe(0);
  });
});

describe('a relation', () => {
  it('is read anew for each value of a variable, whatever its name', async () => {
    await network.make.enrollment('99010100', '2024-2025', 9, 100);
    await network.make.enrollment('99010100', '2025-2026', 9, 110);
    const query =
      'query ($representations: String) { school(deseCode: "99010100") { enrollment(schoolYear: $representations) { count } } }';
    const read = async (year: string) =>
      (await network.ask(query, { representations: year })).data?.school;
    expect(await read('2024-2025')).toEqual({ enrollment: [{ count: 100 }] });
    expect(await read('2025-2026')).toEqual({ enrollment: [{ count: 110 }] });
  });

  it('asked by a text that PostgreSQL cannot keep is refused', async () => {
    const query =
      'query ($year: String) { school(deseCode: "99010100") { enrollment(schoolYear: $year) { count } } }';
    const { errors } = await network.ask(query, { year: '2025\u0000' });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});
