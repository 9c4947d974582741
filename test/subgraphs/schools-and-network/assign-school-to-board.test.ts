import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Network, type Question, startNetwork } from './support/network.ts';
import { messages, OTHER_BOARD, PEOPLE, refusals } from './support/people.ts';

const SCHOOL = '99010505';
const ASSIGN = `mutation ($input: AssignSchoolToBoardInput!, $key: String) {
  assignSchoolToBoard(input: $input, idempotencyKey: $key) { school { town board { code } } } }`;

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH', ['Somerville']);
  await make.board('BOSTON');
  await make.district();
});
beforeEach(async () => {
  await network.database.pool.query('truncate school cascade');
  await network.make.school(SCHOOL);
});
afterAll(() => network.stop());

const assign = (input: object = {}, { as = PEOPLE.BOARD_STAFF, ...question }: Question = {}) =>
  network.ask(ASSIGN, {
    as,
    key: null,
    ...question,
    input: { schoolCode: SCHOOL, boardCode: 'BOSTON', ...input },
  });
const HANDED_OVER = {
  data: { assignSchoolToBoard: { school: { town: 'Somerville', board: { code: 'BOSTON' } } } },
};

describe('a school', () => {
  it('is handed by its board to another than that of its town', async () => {
    expect(await assign()).toEqual(HANDED_OVER);
  });

  it('is handed over once for one key, though it is the other board’s by then', async () => {
    expect(await assign({}, { key: 'a' })).toEqual(HANDED_OVER);
    expect(await assign({}, { key: 'a' })).toEqual(HANDED_OVER);
  });

  it('that belongs to a board is not taken by another', async () => {
    const answer = await assign({}, { as: OTHER_BOARD });
    expect(refusals(answer)).toEqual(['SCHOOL_HAS_BOARD']);
    expect(messages(answer)).toEqual([
      `School "${SCHOOL}" belongs to board METRO_NORTH, which would hand it over.`,
    ]);
  });

  it.each(['ACTIVE', 'DRAFT', 'PENDING_SIGNATURE'])(
    'stays where an agreement that is %s covers it',
    async (status) => {
      await network.make.agreement([SCHOOL], { status });
      expect(refusals(await assign())).toEqual(['PARTNERSHIP_IN_FORCE']);
    },
  );

  it('may go once its agreement is over', async () => {
    await network.make.agreement([SCHOOL], { fiscal_year: 2026 });
    await network.make.agreement([SCHOOL], { status: 'TERMINATED' });
    expect(await assign()).toEqual(HANDED_OVER);
  });

  it.each([
    { what: 'to a board that is not there', input: { boardCode: 'BERKSHIRE' }, code: 'NOT_FOUND' },
    { what: 'that is not there', input: { schoolCode: '99019999' }, code: 'NOT_FOUND' },
    { what: 'to none of the 16', input: { boardCode: 'NANTUCKET' }, code: 'BAD_USER_INPUT' },
  ])('is not assigned $what: $code', async ({ input, code }) => {
    expect(refusals(await assign(input))).toEqual([code]);
  });

  it.each([
    { as: PEOPLE.DISTRICT_STAFF, code: 'FORBIDDEN' },
    { as: PEOPLE.STATE, code: 'FORBIDDEN' },
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
  ])('is not assigned by $as.role: $code', async ({ as, code }) => {
    expect(refusals(await assign({}, { as }))).toEqual([code]);
  });
});
