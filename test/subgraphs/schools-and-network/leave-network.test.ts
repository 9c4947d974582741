import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Network, type Question, startNetwork } from './support/network.ts';
import { OTHER_SCHOOL, PEOPLE, refusals } from './support/people.ts';

const SCHOOL = '99010505';
const LEAVE = `mutation ($code: DeseOrgCode!) { leaveNetwork(input: { schoolCode: $code }) {
  membership { leftOn } school { tier membership { id } } } }`;
const REGISTER = `mutation ($code: DeseOrgCode!) {
  recordDatabaseRegistration(input: { schoolCode: $code }) {
    membership { databaseRegistrationUsedAt } } }`;
const JOIN = `mutation ($contact: ID!) { joinNetwork(input: { schoolCode: "${SCHOOL}", contactId: $contact }) {
  membership { id } } }`;

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.school(SCHOOL);
});
beforeEach(async () => {
  await network.database.pool.query('truncate network_membership, partnership_agreement cascade');
  await network.make.membership(SCHOOL);
});
afterAll(() => network.stop());

const act = (mutation: string, { as = PEOPLE.SCHOOL_STAFF, ...question }: Question = {}) =>
  network.ask(mutation, { as, code: SCHOOL, ...question });

describe('a school that leaves', () => {
  it('is no member any more, and the membership is kept with its end', async () => {
    expect(await act(LEAVE)).toEqual({
      data: {
        leaveNetwork: {
          membership: { leftOn: '2026-10-05' },
          school: { tier: 'NOT_IN_NETWORK', membership: null },
        },
      },
    });
  });

  it('may join again, with another membership', async () => {
    await act(LEAVE);
    const contact = await network.make.staff({ school_code: SCHOOL });
    expect((await act(JOIN, { contact })).errors).toBeUndefined();
    const { rows } = await network.database.pool.query('select left_on from network_membership');
    expect(rows.filter(({ left_on: left }) => left === null)).toHaveLength(1);
    expect(rows).toHaveLength(2);
  });

  it('was a member: another one cannot leave', async () => {
    await act(LEAVE);
    expect(refusals(await act(LEAVE))).toEqual(['NOT_A_MEMBER']);
  });

  it('is not a partner: its agreement ends first', async () => {
    await network.make.agreement([SCHOOL]);
    expect(refusals(await act(LEAVE))).toEqual(['PARTNERSHIP_IN_FORCE']);
  });

  it('may have been a partner in the year before', async () => {
    await network.make.agreement([SCHOOL], { fiscal_year: 2026 });
    expect((await act(LEAVE)).errors).toBeUndefined();
  });

  it.each([
    { as: OTHER_SCHOOL, code: 'FORBIDDEN' },
    { as: PEOPLE.STATE, code: 'FORBIDDEN' },
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
  ])('does so by its own staff, not by $as.role', async ({ as, code }) => {
    expect(refusals(await act(LEAVE, { as }))).toEqual([code]);
    expect(refusals(await act(REGISTER, { as }))).toEqual([code]);
  });

  it('that there is not cannot leave', async () => {
    expect(refusals(await act(LEAVE, { code: '99019999' }))).toEqual(['NOT_FOUND']);
  });
});

describe('the registration in the work-based learning database', () => {
  it('is recorded when the link was used, the first time', async () => {
    const first = { databaseRegistrationUsedAt: '2026-10-05T16:00:00.000Z' };
    const expected = { data: { recordDatabaseRegistration: { membership: first } } };
    expect(await act(REGISTER)).toEqual(expected);
    expect(await act(REGISTER, { at: new Date('2026-10-06T16:00:00Z') })).toEqual(expected);
  });

  it('is of a member', async () => {
    await act(LEAVE);
    expect(refusals(await act(REGISTER))).toEqual(['NOT_A_MEMBER']);
  });
});
