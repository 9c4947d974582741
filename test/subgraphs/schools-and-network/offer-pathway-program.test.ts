import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Network, type Question, startNetwork } from './support/network.ts';
import { OTHER_SCHOOL, PEOPLE, refusals } from './support/people.ts';

const [SCHOOL, MIDDLE, VOCATIONAL, CLOSED] = ['99010505', '99011005', '99010605', '99010999'];
const OFFER = `mutation ($input: OfferPathwayProgramInput!, $key: String) {
  offerPathwayProgram(input: $input, idempotencyKey: $key) { program {
    type title cipCode icpSector wblIntegrated frameworksUrl school { deseCode }
    industryRecognizedCredentials { id } } } }`;

let network: Network;
let credential: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.school('99010505');
  await make.school('99011005', { grades: [6, 7, 8] });
  await make.school('99010605', { school_type: 'REGIONAL_VOC_TECH_AG' });
  await make.school('99010999', { closed_on: '2024-07-01' });
  credential = await make.credential('First Aid');
});
beforeEach(() => network.database.pool.query('truncate pathway_program cascade'));
afterAll(() => network.stop());

const ICP = {
  type: 'INNOVATION_CAREER_PATHWAY',
  title: 'Clean Energy',
  icpSector: 'CLEAN_ENERGY',
  wblIntegrated: true,
};
const offer = (input: object = {}, { as = PEOPLE.DISTRICT_STAFF, ...question }: Question = {}) =>
  network.ask(OFFER, {
    as,
    key: null,
    ...question,
    input: { schoolCode: SCHOOL, ...ICP, ...input },
  });
const programs = async () =>
  (await network.database.pool.query('select * from pathway_program')).rows;

describe('a school', () => {
  it('offers a program with its credentials and the link to its framework', async () => {
    const input = {
      type: 'CHAPTER_74',
      title: 'Health Assisting',
      cipCode: '51.3801',
      icpSector: null,
      credentialIds: [credential, credential],
      frameworksUrl: 'https://frameworks.example.org/51.3801',
    };
    expect(await offer(input, { as: PEOPLE.SCHOOL_STAFF })).toEqual({
      data: {
        offerPathwayProgram: {
          program: {
            type: 'CHAPTER_74',
            title: 'Health Assisting',
            cipCode: '51.3801',
            icpSector: null,
            wblIntegrated: true,
            frameworksUrl: 'https://frameworks.example.org/51.3801',
            school: { deseCode: SCHOOL },
            industryRecognizedCredentials: [{ id: credential }],
          },
        },
      },
    });
  });

  it('offers a program once, for one key and for one title', async () => {
    const first = await offer({}, { key: 'o' });
    expect(await offer({}, { key: 'o' })).toEqual(first);
    expect(refusals(await offer())).toEqual(['PATHWAY_OFFERED_BEFORE']);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => offer({ title: 'Solar Power' })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await programs()).toHaveLength(2);
  });

  it.each([
    { what: 'for middle grades', input: { schoolCode: MIDDLE }, rule: 'PATHWAY_GRADES' },
    { what: 'where it is closed', input: { schoolCode: CLOSED }, rule: 'SCHOOL_CLOSED' },
    { what: 'of ICP without a sector', input: { icpSector: null }, rule: 'PATHWAY_ICP_SECTOR' },
    {
      what: 'of Early College with a sector',
      input: { type: 'EARLY_COLLEGE' },
      rule: 'PATHWAY_ICP_SECTOR',
    },
    {
      what: 'of ICP where all is Chapter 74',
      input: { schoolCode: VOCATIONAL },
      rule: 'PATHWAY_WALL_TO_WALL',
    },
    {
      what: 'of ICP without work',
      input: { wblIntegrated: false },
      rule: 'PATHWAY_WORK_BASED_LEARNING',
    },
    {
      what: 'of Chapter 74 without a code',
      input: { type: 'CHAPTER_74', icpSector: null },
      rule: 'PATHWAY_CIP_CODE',
    },
    { what: 'with a code that is none', input: { cipCode: '51.38' }, rule: 'BAD_USER_INPUT' },
    { what: 'without a title', input: { title: '  ' }, rule: 'BAD_USER_INPUT' },
    {
      what: 'with a link that is none',
      input: { frameworksUrl: 'javascript:alert(1)' },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with a credential that there is not',
      input: { credentialIds: [randomUUID()] },
      rule: 'NOT_FOUND',
    },
    { what: 'that does not exist', input: { schoolCode: '99019999' }, rule: 'NOT_FOUND' },
  ])('offers no program $what: $rule', async ({ input, rule }) => {
    expect(refusals(await offer(input))).toEqual([rule]);
    expect(await programs()).toEqual([]);
  });

  it('has no sector beside ICP in the database either', async () => {
    await expect(network.make.pathway('99010505', { icp_sector: 'INFORMATION' })).rejects.toThrow(
      /sector_is_of_icp/,
    );
  });

  it.each([
    { as: OTHER_SCHOOL, code: 'FORBIDDEN' },
    { as: PEOPLE.BOARD_STAFF, code: 'FORBIDDEN' },
    { as: PEOPLE.STUDENT, code: 'FORBIDDEN' },
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
  ])('offers nothing through $as.role: $code', async ({ as, code }) => {
    expect(refusals(await offer({}, { as }))).toEqual([code]);
  });
});
