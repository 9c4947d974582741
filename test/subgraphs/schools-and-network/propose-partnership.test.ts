import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  COMMITMENTS,
  type Partnerships,
  SCHOOL,
  SECOND,
  startPartnerships,
} from './support/partnerships.ts';
import { OTHER_BOARD, OTHER_DISTRICT, PEOPLE, refusals } from './support/people.ts';

let partnerships: Partnerships;

beforeAll(async () => {
  partnerships = await startPartnerships();
});
beforeEach(() => partnerships.clear());
afterAll(() => partnerships.network.stop());

const agreements = async () =>
  (await partnerships.network.database.pool.query('select * from partnership_agreement')).rows;

describe('a partnership that is proposed', () => {
  it('is a draft for the current fiscal year, with all its terms', async () => {
    const answer = await partnerships.propose();
    const [row] = await agreements();
    expect(answer).toEqual({
      data: {
        proposePartnership: {
          agreement: {
            id: row?.id,
            status: 'DRAFT',
            fiscalYear: 2027,
            version: 1,
            signedByDistrict: null,
            signedByBoard: null,
            terminatedOn: null,
            schools: [
              { deseCode: SCHOOL, tier: 'NOT_IN_NETWORK' },
              { deseCode: SECOND, tier: 'NOT_IN_NETWORK' },
            ],
            coordinators: [{ id: partnerships.coordinator }],
            commitments: COMMITMENTS,
            renewedFrom: null,
            district: { deseCode: '99010000' },
            board: { code: 'METRO_NORTH' },
          },
        },
      },
    });
  });

  it('may be proposed by the board, for the next fiscal year', async () => {
    const answer = await partnerships.propose({ fiscalYear: 2028 }, { as: PEOPLE.BOARD_STAFF });
    expect(answer.errors).toBeUndefined();
    expect(await agreements()).toMatchObject([{ fiscal_year: 2028, status: 'DRAFT' }]);
  });

  it('names each school and person once, however often they are given', async () => {
    const { coordinator } = partnerships;
    const input = {
      schoolCodes: [SCHOOL, SCHOOL],
      coordinatorIds: [coordinator, coordinator],
    };
    expect((await partnerships.propose(input)).errors).toBeUndefined();
  });

  it('is one agreement for one key', async () => {
    const first = await partnerships.propose({}, { key: 'p' });
    expect(await partnerships.propose({}, { key: 'p' })).toEqual(first);
    expect(refusals(await partnerships.propose({ fiscalYear: 2028 }, { key: 'p' }))).toEqual([
      'CONFLICT',
    ]);
    expect(await agreements()).toHaveLength(1);
  });
});

describe('no partnership is proposed', () => {
  it.each([
    { what: 'for a year that is over', input: { fiscalYear: 2026 }, rule: 'PARTNERSHIP_YEAR' },
    { what: 'without a school', input: { schoolCodes: [] }, rule: 'PARTNERSHIP_SCHOOLS' },
    {
      what: 'for a school of another district',
      input: { schoolCodes: ['99020505'] },
      rule: 'PARTNERSHIP_DISTRICT',
    },
    {
      what: 'with a board that is not the school’s',
      input: { schoolCodes: ['99010520'] },
      rule: 'PARTNERSHIP_BOARD',
    },
    { what: 'for a closed school', input: { schoolCodes: ['99010515'] }, rule: 'SCHOOL_CLOSED' },
    {
      what: 'without a coordinator',
      input: { coordinatorIds: [] },
      rule: 'PARTNERSHIP_COORDINATOR',
    },
    {
      what: 'with nothing from the board',
      input: { commitments: COMMITMENTS.slice(0, 1) },
      rule: 'PARTNERSHIP_COMMITMENTS',
    },
    {
      what: 'with nothing from the school',
      input: { commitments: COMMITMENTS.slice(1) },
      rule: 'PARTNERSHIP_COMMITMENTS',
    },
    {
      what: 'for a school that there is not',
      input: { schoolCodes: ['99019999'] },
      rule: 'NOT_FOUND',
    },
    { what: 'with an unknown coordinator', input: { coordinatorIds: ['x'] }, rule: 'NOT_FOUND' },
    {
      what: 'with a district that there is not',
      input: { districtCode: '99090000' },
      rule: 'NOT_FOUND',
    },
    {
      what: 'with a school as the district',
      input: { districtCode: SCHOOL },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with a board that there is not',
      input: { boardCode: 'NANTUCKET' },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with a commitment to nothing',
      input: { commitments: [{ ...COMMITMENTS[0], description: ' ' }] },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with more schools than any district has',
      input: { schoolCodes: Array.from({ length: 201 }, () => SCHOOL) },
      rule: 'BAD_USER_INPUT',
    },
  ])('$what: $rule', async ({ input, rule }) => {
    expect(refusals(await partnerships.propose(input))).toEqual([rule]);
    expect(await agreements()).toEqual([]);
  });

  it('with a coordinator who is not employed at a covered school', async () => {
    const input = { coordinatorIds: [partnerships.stranger] };
    expect(refusals(await partnerships.propose(input))).toEqual([
      'PARTNERSHIP_COORDINATOR_EMPLOYED',
    ]);
  });

  it.each([
    { as: OTHER_DISTRICT, code: 'FORBIDDEN' },
    { as: OTHER_BOARD, code: 'FORBIDDEN' },
    { as: PEOPLE.SCHOOL_STAFF, code: 'FORBIDDEN' },
    { as: PEOPLE.PARTNER, code: 'FORBIDDEN' },
    { as: PEOPLE.STATE, code: 'FORBIDDEN' },
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
  ])('by $as.role, who is neither side', async ({ as, code }) => {
    expect(refusals(await partnerships.propose({}, { as }))).toEqual([code]);
  });
});
