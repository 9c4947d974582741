import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './support/network.ts';
import { PEOPLE, refusals } from './support/people.ts';

let network: Network;
let program: string;
let contact: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.board('BOSTON');
  await network.database.pool.query(
    `update workforce_board set aliases = '{Boston Workforce Investment Board,Boston WIB}' where code = 'BOSTON'`,
  );
  await make.district();
  await network.database.pool.query(`update district set local_plan_name = 'Success Plan'`);
  const place = { lat: 42.39, lon: -71.1 };
  await make.school('99010505', { name: 'Cranberry Bog High School', tier: 'PARTNER', ...place });
  await make.school('99010510', {
    name: 'Elm High School',
    tier: 'MEMBER',
    board_code: 'BOSTON',
    ...place,
  });
  await make.school('99010515');
  await make.school('99011005', { grades: [6, 7, 8], tier: 'MEMBER' });
  await make.school('99010999', { closed_on: '2024-07-01', ...place });
  program = await make.pathway('99010505', { frameworks_url: 'https://frameworks.example.org/1' });
  const pic = await make.organization('Boston Private Industry Council', 'INTERMEDIARY');
  contact = await make.staff({ title: 'Career Specialist', organization_id: pic });
  await network.database.pool.query('insert into specialist_assignment values ($1, $2)', [
    contact,
    '99010505',
  ]);
});
afterAll(() => network.stop());

describe('workforce boards', () => {
  it.each([
    { name: 'WIB', codes: ['BOSTON'] },
    { name: 'boston workforce investment', codes: ['BOSTON'] },
    { name: 'metro north', codes: ['METRO_NORTH'] },
    { name: 'Workforce Board', codes: ['BOSTON', 'METRO_NORTH'] },
    { name: '%', codes: [] },
  ])('are found by "$name", also where that is an older name', async ({ name, codes }) => {
    const query = 'query ($name: String) { workforceBoards(name: $name) { code } }';
    const { data } = await network.ask(query, { name });
    expect(data?.workforceBoards).toEqual(codes.map((code) => ({ code })));
  });

  it('tell their older names', async () => {
    expect(await network.ask('{ workforceBoard(code: BOSTON) { aliases } }')).toEqual({
      data: { workforceBoard: { aliases: ['Boston Workforce Investment Board', 'Boston WIB'] } },
    });
  });
});

describe('the network in numbers', () => {
  it('counts the open high schools, and what part of them is in it', async () => {
    const query = `{ networkSummary { asOf fiscalYear highSchools partners members inNetwork share } }`;
    expect(await network.ask(query)).toEqual({
      data: {
        networkSummary: {
          asOf: '2026-10-05',
          fiscalYear: 2027,
          highSchools: 3,
          partners: 1,
          members: 1,
          inNetwork: 2,
          share: 66.7,
        },
      },
    });
  });

  it('counts a region, and nothing where there is no high school', async () => {
    const query = `{ boston: networkSummary(board: BOSTON) { highSchools share }
      none: networkSummary(board: BERKSHIRE) { highSchools share } }`;
    expect(await network.ask(query)).toEqual({
      data: { boston: { highSchools: 1, share: 100 }, none: { highSchools: 0, share: null } },
    });
  });
});

describe('the map without a map', () => {
  const BOG = 'Cranberry Bog High School, Somerville, Metro North region: partner.';
  const ELM = 'Elm High School, Somerville, Boston region: member.';

  it('is sentences, region by region', async () => {
    const query = '{ networkMapText { board { code name } sentences } }';
    expect(await network.ask(query)).toEqual({
      data: {
        networkMapText: [
          { board: { code: 'BOSTON', name: 'MassHire BOSTON Workforce Board' }, sentences: [ELM] },
          {
            board: { code: 'METRO_NORTH', name: 'MassHire METRO_NORTH Workforce Board' },
            sentences: [BOG],
          },
        ],
      },
    });
    expect(await network.cost(() => network.ask(query))).toBe(2);
  });

  it('is GeoJSON, filtered as the map is', async () => {
    const { data } = await network.ask('{ networkMapGeoJson(tiers: [PARTNER]) }');
    expect(JSON.parse(String(data?.networkMapGeoJson))).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: '99010505',
          geometry: { type: 'Point', coordinates: [-71.1, 42.39] },
          properties: {
            deseCode: '99010505',
            name: 'Cranberry Bog High School',
            town: 'Somerville',
            boardCode: 'METRO_NORTH',
            tier: 'PARTNER',
            textEquivalent: BOG,
          },
        },
      ],
    });
  });
});

describe('by its key is found', () => {
  it('a district, with what it calls MyCAP', async () => {
    const query = '{ district(deseCode: "99010000") { name localPlanName } }';
    expect(await network.ask(query)).toEqual({
      data: { district: { name: 'Cranberry Bog', localPlanName: 'Success Plan' } },
    });
  });

  it('a program, with the link to its framework', async () => {
    const query = `{ pathwayProgram(id: "${program}") { title frameworksUrl } }`;
    expect(await network.ask(query)).toEqual({
      data: {
        pathwayProgram: {
          title: 'Health Assisting',
          frameworksUrl: 'https://frameworks.example.org/1',
        },
      },
    });
  });

  it('a contact, whose name is for staff', async () => {
    const query = `{ staffContact(id: "${contact}") { title name } }`;
    expect(await network.ask(query, { as: PEOPLE.BOARD_STAFF })).toEqual({
      data: { staffContact: { title: 'Career Specialist', name: 'Ada Reyes' } },
    });
    expect(refusals(await network.ask(query))).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    'district(deseCode: "99090000")',
    'pathwayProgram(id: "x")',
    'staffContact(id: "x")',
    'partnershipAgreement(id: "x")',
    'partnerOrganization(id: "x")',
  ])('nothing that there is not: %s', async (field) => {
    const { data } = await network.ask(`{ it: ${field} { __typename } }`);
    expect(data).toEqual({ it: null });
  });

  it('a school with the Career Specialists who work there, and whether it is open', async () => {
    const query = `{ school(deseCode: "99010505") { highSchool closedOn careerSpecialists { title } }
      closed: school(deseCode: "99010999") { closedOn tier } }`;
    expect(await network.ask(query)).toEqual({
      data: {
        school: {
          highSchool: true,
          closedOn: null,
          careerSpecialists: [{ title: 'Career Specialist' }],
        },
        closed: { closedOn: '2024-07-01', tier: 'NOT_IN_NETWORK' },
      },
    });
  });
});

describe('the database refuses', () => {
  it.each([
    { what: 'a district whose code does not end in 0000', code: '99030505' },
    { what: 'a district whose code lost its zeros', code: '350000' },
  ])('$what', async ({ code }) => {
    await expect(network.make.district(code)).rejects.toThrow(/district_dese_code_shape/);
  });

  it.each([
    { what: 'a school of another district', code: '99020505', constraint: /of_its_district/ },
    { what: 'a school with a district’s code', code: '99010000', constraint: /dese_code_shape/ },
    { what: 'a school whose code lost its zeros', code: '9910505', constraint: /dese_code_shape/ },
  ])('$what', async ({ code, constraint }) => {
    await expect(network.make.school(code)).rejects.toThrow(constraint);
  });
});
