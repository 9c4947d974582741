import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Agreement,
  COMMITMENTS,
  type Partnerships,
  SCHOOL,
  SECOND,
  startPartnerships,
} from './support/partnerships.ts';
import { OTHER_BOARD, PEOPLE, payloadOf, refusals } from './support/people.ts';

const NEXT_YEAR = new Date('2027-07-01T04:00:00Z');
const YEAR_AFTER = new Date('2028-07-01T04:00:00Z');

let partnerships: Partnerships;
let agreement: string;

beforeAll(async () => {
  partnerships = await startPartnerships();
});
beforeEach(async () => {
  await partnerships.clear();
  agreement = await partnerships.proposed();
});
afterAll(() => partnerships.network.stop());

const renewed = (answer: Awaited<ReturnType<Partnerships['renew']>>) =>
  payloadOf<{ agreement: Agreement } | null>(answer, 'renewPartnership')?.agreement;

describe('an agreement that is terminated', () => {
  it('makes no partners any more, from the moment on', async () => {
    await partnerships.signByBoth(agreement);
    const answer = await partnerships.terminate(agreement);
    expect(answer.data).toMatchObject({
      terminatePartnership: {
        agreement: {
          status: 'TERMINATED',
          terminatedOn: '2026-10-05',
          version: 4,
          schools: [{ tier: 'NOT_IN_NETWORK' }, { tier: 'NOT_IN_NETWORK' }],
        },
      },
    });
  });

  it('was a draft, and stays between the two', async () => {
    expect((await partnerships.terminate(agreement)).errors).toBeUndefined();
    const query = `{ partnershipAgreement(id: "${agreement}") { status } }`;
    const { data } = await partnerships.network.ask(query);
    expect(data).toEqual({ partnershipAgreement: null });
  });

  it('makes room for another one', async () => {
    await partnerships.signByBoth(agreement);
    await partnerships.terminate(agreement, { as: PEOPLE.DISTRICT_STAFF });
    const another = await partnerships.signByBoth(await partnerships.proposed());
    expect(another.errors).toBeUndefined();
  });

  it('cannot be terminated again, nor after it ran out', async () => {
    await partnerships.signByBoth(agreement);
    expect(refusals(await partnerships.terminate(agreement, { at: NEXT_YEAR }))).toEqual([
      'PARTNERSHIP_STATUS',
    ]);
    await partnerships.terminate(agreement);
    expect(refusals(await partnerships.terminate(agreement))).toEqual(['PARTNERSHIP_STATUS']);
  });

  it.each([
    { what: 'by another board', as: OTHER_BOARD, input: {}, code: 'FORBIDDEN' },
    { what: 'by nobody', as: PEOPLE.PUBLIC, input: {}, code: 'UNAUTHENTICATED' },
    {
      what: 'for no reason',
      as: PEOPLE.BOARD_STAFF,
      input: { reason: '' },
      code: 'BAD_USER_INPUT',
    },
    {
      what: 'as it was not read',
      as: PEOPLE.BOARD_STAFF,
      input: { expectedVersion: 7 },
      code: 'CONFLICT',
    },
  ])('is not terminated $what: $code', async ({ as, input, code }) => {
    expect(refusals(await partnerships.terminate(agreement, { as }, input))).toEqual([code]);
  });
});

describe('an agreement that is renewed', () => {
  it('has a draft for the next fiscal year with the same schools, people and commitments', async () => {
    await partnerships.signByBoth(agreement);
    expect(renewed(await partnerships.renew(agreement))).toMatchObject({
      status: 'DRAFT',
      fiscalYear: 2028,
      version: 1,
      signedByDistrict: null,
      signedByBoard: null,
      schools: [{ deseCode: SCHOOL }, { deseCode: SECOND }],
      coordinators: [{ id: partnerships.coordinator }],
      commitments: COMMITMENTS,
      renewedFrom: { id: agreement },
    });
  });

  it('may have run out in the year before, and may cover other schools', async () => {
    await partnerships.signByBoth(agreement);
    const asked = { at: NEXT_YEAR, as: PEOPLE.BOARD_STAFF };
    const answer = await partnerships.renew(agreement, asked, { schoolCodes: [SCHOOL] });
    expect(renewed(answer)).toMatchObject({ fiscalYear: 2028, schools: [{ deseCode: SCHOOL }] });
  });

  it('is renewed once, whoever asks', async () => {
    await partnerships.signByBoth(agreement);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        partnerships.renew(agreement, {
          as: n % 2 ? PEOPLE.BOARD_STAFF : PEOPLE.DISTRICT_STAFF,
        }),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.flatMap((answer) => refusals(answer) ?? [])).toEqual(
      Array.from({ length: 19 }, () => 'PARTNERSHIP_RENEWED_BEFORE'),
    );
  });

  it('may be renewed anew once its renewal was given up', async () => {
    await partnerships.signByBoth(agreement);
    const first = renewed(await partnerships.renew(agreement))?.id ?? '';
    await partnerships.terminate(first);
    expect((await partnerships.renew(agreement)).errors).toBeUndefined();
  });

  it('was in force: a draft cannot be renewed', async () => {
    expect(refusals(await partnerships.renew(agreement))).toEqual(['PARTNERSHIP_STATUS']);
  });

  it('is not older than a year', async () => {
    await partnerships.signByBoth(agreement);
    expect(refusals(await partnerships.renew(agreement, { at: YEAR_AFTER }))).toEqual([
      'PARTNERSHIP_YEAR',
    ]);
  });

  it('has a coordinator who still works at a school that it covers', async () => {
    await partnerships.signByBoth(agreement);
    const answer = await partnerships.renew(agreement, {}, { schoolCodes: [SECOND] });
    expect(refusals(answer)).toEqual(['PARTNERSHIP_COORDINATOR_EMPLOYED']);
  });

  it('is renewed by its sides, not by another board', async () => {
    await partnerships.signByBoth(agreement);
    expect(refusals(await partnerships.renew(agreement, { as: OTHER_BOARD }))).toEqual([
      'FORBIDDEN',
    ]);
  });
});
