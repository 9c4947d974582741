import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Network, NOW, type Question, startNetwork } from './support/network.ts';
import {
  messages,
  OTHER_BOARD,
  OTHER_DISTRICT,
  OTHER_SCHOOL,
  PEOPLE,
  refusals,
} from './support/people.ts';

const SCHOOL = '99010505';
const JOIN = `mutation ($input: JoinNetworkInput!, $key: String) {
  joinNetwork(input: $input, idempotencyKey: $key) {
    membership { id joinedOn leftOn emailListOptIn databaseRegistrationSentAt mapListedAt joinedBy { id } }
    school { tier }
  } }`;

let network: Network;
let contact: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.school(SCHOOL);
  await make.school('99010510');
  await make.school('99010515', { closed_on: '2024-07-01' });
  contact = await make.staff({ school_code: SCHOOL });
});
beforeEach(() => network.database.pool.query('truncate network_membership cascade'));
afterAll(() => network.stop());

const join = (input: object = {}, { as = PEOPLE.SCHOOL_STAFF, ...question }: Question = {}) =>
  network.ask(JOIN, {
    as,
    key: null,
    ...question,
    input: { schoolCode: SCHOOL, contactId: contact, ...input },
  });
const memberships = async () =>
  (await network.database.pool.query('select * from network_membership')).rows;
const messagesSent = async () => (await network.database.pool.query('select * from message')).rows;

describe('a school that joins', () => {
  it('is on the e-mail list, is sent the link to the database, and is on the map as a member', async () => {
    const answer = await join();
    const [row] = await memberships();
    expect(answer).toEqual({
      data: {
        joinNetwork: {
          membership: {
            id: row?.id,
            joinedOn: '2026-10-05',
            leftOn: null,
            emailListOptIn: true,
            databaseRegistrationSentAt: NOW.toISOString(),
            mapListedAt: NOW.toISOString(),
            joinedBy: { id: contact },
          },
          school: { tier: 'MEMBER' },
        },
      },
    });
    expect(await messagesSent()).toMatchObject([
      {
        kind: 'DATABASE_REGISTRATION',
        contact_id: contact,
        membership_id: row?.id,
        due_at: NOW,
        taken_at: null,
      },
    ]);
  });

  it('a second time is the member it was, and is sent nothing', async () => {
    const first = await join();
    expect(await join({ emailListOptIn: false }, { as: PEOPLE.BOARD_STAFF })).toEqual(first);
    expect(await memberships()).toHaveLength(1);
    expect(await messagesSent()).toHaveLength(1);
  });

  it.each(['SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF'] as const)(
    'may be brought in by %s',
    async (role) => {
      expect((await join({}, { as: PEOPLE[role] })).errors).toBeUndefined();
      expect(await memberships()).toHaveLength(1);
    },
  );

  it('may name somebody who is new, and stay off the e-mail list', async () => {
    const newContact = { name: 'Ben Osei', email: 'ben@school.example', title: 'Counselor' };
    const input = { contactId: null, newContact, emailListOptIn: false };
    expect((await join(input)).errors).toBeUndefined();
    const [row] = await memberships();
    expect(row).toMatchObject({ email_list_opt_in: false });
    const { rows } = await network.database.pool.query(
      'select * from staff_contact where id = $1',
      [row?.joined_by_id],
    );
    expect(rows).toMatchObject([{ ...newContact, school_code: SCHOOL, coordinator: false }]);
  });

  it('answers the same for the same key, and CONFLICT for another input', async () => {
    const first = await join({}, { key: 'k' });
    expect(await join({}, { key: 'k' })).toEqual(first);
    expect(refusals(await join({ emailListOptIn: false }, { key: 'k' }))).toEqual(['CONFLICT']);
  });

  it('fifty times at once has one membership, and is sent one link', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => join()));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await memberships()).toHaveLength(1);
    expect(await messagesSent()).toHaveLength(1);
  });

  it('cannot have two open memberships, whoever writes them', async () => {
    await network.make.membership(SCHOOL);
    await expect(network.make.membership(SCHOOL)).rejects.toThrow(/network_membership_one_open/);
  });
});

describe('nobody joins', () => {
  it.each([
    { what: 'with a school that there is not', input: { schoolCode: '99019999' }, as: 'NOT_FOUND' },
    { what: 'with a district', input: { schoolCode: '99010000' }, as: 'NOT_FOUND' },
    { what: 'with nobody to write to', input: { contactId: null }, as: 'BAD_USER_INPUT' },
    { what: 'with somebody unknown', input: { contactId: 'x' }, as: 'NOT_FOUND' },
    {
      what: 'with both a contact and a new one',
      input: { newContact: { name: 'Ben', email: 'b@x.example' } },
      as: 'BAD_USER_INPUT',
    },
    {
      what: 'with an e-mail address that is none',
      input: { contactId: null, newContact: { name: 'Ben', email: 'ben' } },
      as: 'BAD_USER_INPUT',
    },
    {
      what: 'with a blank name',
      input: { contactId: null, newContact: { name: ' ', email: 'b@x.example' } },
      as: 'BAD_USER_INPUT',
    },
  ])('$what: $as', async ({ input, as: code }) => {
    expect(refusals(await join(input))).toEqual([code]);
    expect(await memberships()).toEqual([]);
  });

  it('with a school that is closed', async () => {
    const input = { schoolCode: '99010515' };
    expect(refusals(await join(input, { as: PEOPLE.DISTRICT_STAFF }))).toEqual(['SCHOOL_CLOSED']);
  });

  it('by the contact of another district', async () => {
    const contactId = await network.make.staff();
    expect(refusals(await join({ contactId }))).toEqual(['CONTACT_OF_SCHOOL']);
  });

  it('by a code that lost its leading zeros, and is told so', async () => {
    const answer = await join({ schoolCode: '350560' });
    expect(refusals(answer)).toEqual(['BAD_USER_INPUT']);
    expect(messages(answer)?.[0]).toContain(
      'It has lost its leading zeros, as in a spreadsheet: it would be "00350560".',
    );
  });

  it.each([OTHER_SCHOOL, OTHER_DISTRICT, OTHER_BOARD])(
    'for the school of others: $role',
    async (as) => {
      expect(refusals(await join({}, { as }))).toEqual(['FORBIDDEN']);
    },
  );

  it.each(['STUDENT', 'FAMILY', 'PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const)(
    'as %s',
    async (role) => {
      expect(refusals(await join({}, { as: PEOPLE[role] }))).toEqual(['FORBIDDEN']);
    },
  );

  it('who is not signed in', async () => {
    expect(refusals(await join({}, { as: PEOPLE.PUBLIC }))).toEqual(['UNAUTHENTICATED']);
    expect(await memberships()).toEqual([]);
  });
});
