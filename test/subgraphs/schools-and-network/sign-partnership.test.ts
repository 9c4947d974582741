import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Agreement,
  type Partnerships,
  SCHOOL,
  startPartnerships,
} from './support/partnerships.ts';
import {
  messages,
  OTHER_BOARD,
  OTHER_DISTRICT,
  PEOPLE,
  payloadOf,
  refusals,
} from './support/people.ts';

const { DISTRICT_STAFF, BOARD_STAFF } = PEOPLE;
const NEXT_YEAR = new Date('2027-07-01T04:00:00Z');
const LAST_EVENING = new Date('2027-07-01T03:59:59Z');

let partnerships: Partnerships;

beforeAll(async () => {
  partnerships = await startPartnerships();
});
beforeEach(() => partnerships.clear());
afterAll(() => partnerships.network.stop());

const signed = (answer: Awaited<ReturnType<Partnerships['sign']>>) =>
  payloadOf<{ agreement: Agreement } | null>(answer, 'signPartnership')?.agreement;
const active = async () =>
  (
    await partnerships.network.database.pool.query(
      `select id from partnership_agreement where status = 'ACTIVE'`,
    )
  ).rows;

describe('an agreement', () => {
  it('waits for the other side, then is in force and makes its schools partners', async () => {
    const id = await partnerships.proposed();
    expect(signed(await partnerships.sign(id, BOARD_STAFF))).toMatchObject({
      status: 'PENDING_SIGNATURE',
      version: 2,
      signedByBoard: '2026-10-05',
      signedByDistrict: null,
      schools: [{ tier: 'NOT_IN_NETWORK' }, { tier: 'NOT_IN_NETWORK' }],
    });
    expect(signed(await partnerships.sign(id, DISTRICT_STAFF))).toMatchObject({
      status: 'ACTIVE',
      version: 3,
      signedByDistrict: '2026-10-05',
      schools: [{ tier: 'PARTNER' }, { tier: 'PARTNER' }],
    });
  });

  it('runs out after June 30 in Massachusetts, and the tier with it, though nobody writes', async () => {
    const id = await partnerships.proposed();
    await partnerships.signByBoth(id);
    const query = `{ partnershipAgreement(id: "${id}") { status } }`;
    const at = (moment: Date) => partnerships.network.ask(query, { at: moment });
    expect(await at(LAST_EVENING)).toEqual({
      data: { partnershipAgreement: { status: 'ACTIVE' } },
    });
    expect(await partnerships.tierOf(SCHOOL, LAST_EVENING)).toEqual({ tier: 'PARTNER' });
    expect(await at(NEXT_YEAR)).toEqual({ data: { partnershipAgreement: { status: 'EXPIRED' } } });
    expect(await partnerships.tierOf(SCHOOL, NEXT_YEAR)).toEqual({ tier: 'NOT_IN_NETWORK' });
  });

  it('for the next fiscal year makes partners when that begins', async () => {
    const id = await partnerships.proposed({ fiscalYear: 2028 });
    await partnerships.signByBoth(id);
    expect(await partnerships.tierOf(SCHOOL)).toEqual({ tier: 'NOT_IN_NETWORK' });
    expect(await partnerships.tierOf(SCHOOL, NEXT_YEAR)).toEqual({ tier: 'PARTNER' });
  });

  it('is signed by each side once', async () => {
    const id = await partnerships.proposed();
    await partnerships.sign(id, BOARD_STAFF);
    const again = await partnerships.sign(id, BOARD_STAFF);
    expect(refusals(again)).toEqual(['PARTNERSHIP_SIGNED_BEFORE']);
    expect(await active()).toEqual([]);
  });

  it('in force is not signed again; what can be done is named', async () => {
    const id = await partnerships.proposed();
    await partnerships.signByBoth(id);
    const again = await partnerships.sign(id, BOARD_STAFF);
    expect(refusals(again)).toEqual(['PARTNERSHIP_STATUS']);
    expect(messages(again)).toEqual([
      'An agreement that is ACTIVE cannot be signed; it can be terminated or renewed.',
    ]);
  });

  it('is signed as it was read, and a retry by its key answers the same', async () => {
    const id = await partnerships.proposed();
    const first = await partnerships.sign(id, BOARD_STAFF, { version: 1, key: 's' });
    expect(first.errors).toBeUndefined();
    expect(await partnerships.sign(id, BOARD_STAFF, { version: 1, key: 's' })).toEqual(first);
    const late = await partnerships.sign(id, DISTRICT_STAFF, { version: 1 });
    expect(refusals(late)).toEqual(['CONFLICT']);
    expect(messages(late)).toEqual([
      '"expectedVersion" is 1, but it is at version 2 now. Read it again.',
    ]);
  });

  it('whose year is over is not signed', async () => {
    const id = await partnerships.proposed();
    const answer = await partnerships.sign(id, BOARD_STAFF, { at: NEXT_YEAR });
    expect(refusals(answer)).toEqual(['PARTNERSHIP_YEAR_OVER']);
  });

  it('is not signed once a covered school has another board', async () => {
    const id = await partnerships.proposed();
    const { pool } = partnerships.network.database;
    await pool.query(`update school set board_code = 'BOSTON' where dese_code = $1`, [SCHOOL]);
    const answer = await partnerships.sign(id, BOARD_STAFF);
    await pool.query(`update school set board_code = 'METRO_NORTH' where dese_code = $1`, [SCHOOL]);
    expect(refusals(answer)).toEqual(['PARTNERSHIP_BOARD']);
  });

  it.each([
    { as: OTHER_DISTRICT, code: 'FORBIDDEN' },
    { as: OTHER_BOARD, code: 'FORBIDDEN' },
    { as: PEOPLE.SCHOOL_STAFF, code: 'FORBIDDEN' },
    { as: PEOPLE.PARTNER, code: 'NOT_FOUND' },
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
  ])('is not signed by $as.role: $code', async ({ as, code }) => {
    const id = await partnerships.proposed();
    expect(refusals(await partnerships.sign(id, as))).toEqual([code]);
  });

  it.each(['x', '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a01'])('"%s" is not there', async (id) => {
    expect(refusals(await partnerships.sign(id, BOARD_STAFF))).toEqual(['NOT_FOUND']);
  });
});

describe('one district, board and fiscal year', () => {
  it('has one agreement in force: the second cannot be signed', async () => {
    await partnerships.signByBoth(await partnerships.proposed());
    const second = await partnerships.proposed();
    expect(refusals(await partnerships.sign(second, BOARD_STAFF))).toEqual([
      'ONE_ACTIVE_PARTNERSHIP',
    ]);
  });

  it('of fifty that are proposed and signed at once has one in force', async () => {
    const proposals = await Promise.all(Array.from({ length: 50 }, () => partnerships.proposed()));
    await Promise.all(proposals.map((id) => partnerships.sign(id, DISTRICT_STAFF)));
    const answers = await Promise.all(proposals.map((id) => partnerships.sign(id, BOARD_STAFF)));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const refused = answers.flatMap((answer) => refusals(answer) ?? []);
    expect(refused).toEqual(Array.from({ length: 49 }, () => 'ONE_ACTIVE_PARTNERSHIP'));
    expect(await active()).toHaveLength(1);
  });

  it('has one in force after both sides signed one at once, twenty-five times each', async () => {
    const id = await partnerships.proposed();
    const sides = Array.from({ length: 50 }, (_, n) => (n % 2 ? DISTRICT_STAFF : BOARD_STAFF));
    const answers = await Promise.all(sides.map((as) => partnerships.sign(id, as)));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(2);
    expect(await active()).toEqual([{ id }]);
  });

  it('has one in force in the database too, whoever writes', async () => {
    await partnerships.network.make.agreement([SCHOOL]);
    await expect(partnerships.network.make.agreement([SCHOOL])).rejects.toThrow(
      /partnership_agreement_one_active/,
    );
  });
});

describe('the database refuses an agreement', () => {
  it.each([
    { what: 'in force without a signature', row: { status: 'ACTIVE', signed_by_board: null } },
    { what: 'that is written down as expired', row: { status: 'EXPIRED' } },
    {
      what: 'that waits for no signature',
      row: {
        status: 'PENDING_SIGNATURE',
        signed_by_district: '2026-06-08',
        signed_by_board: '2026-06-08',
      },
    },
    { what: 'that is a signed draft', row: { status: 'DRAFT', signed_by_board: '2026-06-08' } },
  ])('$what', async ({ row }) => {
    await expect(partnerships.network.make.agreement([SCHOOL], row)).rejects.toThrow(
      /partnership_agreement_/,
    );
  });
});
