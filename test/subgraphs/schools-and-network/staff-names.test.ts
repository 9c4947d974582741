import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '../../../platform/actor.ts';
import { type Network, STAFF, startNetwork } from './support/network.ts';

const SCHOOL = '99010505';
const COORDINATORS = `{ school(deseCode: "${SCHOOL}") { coordinators { title name email } } }`;

let network: Network;
let contact: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.school(SCHOOL);
  contact = await make.staff({ school_code: SCHOOL, coordinator: true, title: 'Coordinator' });
});

afterAll(() => network.stop());

const refused = (field: string, path: readonly (string | number)[]) => ({
  message: `"StaffContact.${field}" needs a signed-in user. Send "Authorization: Bearer <token>".`,
  path,
  extensions: { code: 'UNAUTHENTICATED' },
});

describe('names of staff', () => {
  it('are refused to who is not signed in, and nothing else is', async () => {
    const path = ['school', 'coordinators', 0];
    expect(await network.ask(COORDINATORS)).toEqual({
      data: { school: { coordinators: [{ title: 'Coordinator', name: null, email: null }] } },
      errors: [refused('name', [...path, 'name']), refused('email', [...path, 'email'])],
    });
  });

  it.each<Actor['role']>(['STUDENT', 'FAMILY'])('are refused to %s', async (role) => {
    const { errors } = await network.ask(COORDINATORS, { as: { subject: 'someone', role } });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([
      'FORBIDDEN_FIELD',
      'FORBIDDEN_FIELD',
    ]);
  });

  it.each<Actor>([
    STAFF,
    { subject: 'pic-1', role: 'PARTNER' },
    { subject: 'dese', role: 'STATE' },
  ])('are given to $role', async (as) => {
    expect(await network.ask(COORDINATORS, { as })).toEqual({
      data: {
        school: {
          coordinators: [{ title: 'Coordinator', name: 'Ada Reyes', email: 'ada@school.example' }],
        },
      },
    });
  });

  it('are refused on the way through _entities too', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on StaffContact { title name } } }`;
    const keys = [{ __typename: 'StaffContact', id: contact }];
    expect(await network.ask(query, { as: PUBLIC_ACTOR, keys })).toEqual({
      data: { _entities: [{ title: 'Coordinator', name: null }] },
      errors: [refused('name', ['_entities', 0, 'name'])],
    });
  });
});
