import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, STAFF, startNetwork } from './support/network.ts';

const [SIGNED, DRAFTED, PENDING, ENDED] = ['99010505', '99010510', '99010515', '99010520'] as const;
const PARTNERSHIP = `query ($code: DeseOrgCode!) { school(deseCode: $code) { partnership { fiscalYear status } } }`;

let network: Network;
let active: string;
let draft: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  for (const code of [SIGNED, DRAFTED, PENDING, ENDED]) await make.school(code);
  const coordinator = await make.staff({ title: 'Coordinator' });
  draft = await make.agreement([DRAFTED], { status: 'DRAFT' });
  await make.agreement([PENDING], { status: 'PENDING_SIGNATURE' });
  await make.agreement([SIGNED], { status: 'TERMINATED' });
  active = await make.agreement([SIGNED, ENDED], {
    signed_by_district: '2026-06-08',
    signed_by_board: '2026-06-12',
    coordinators: [coordinator],
  });
  await make.agreement([SIGNED, ENDED], { fiscal_year: 2026 });
  await make.agreement([SIGNED], { fiscal_year: 2028, status: 'DRAFT' });
  await make.commitment(active, 'WORKFORCE_BOARD', 'TECHNOLOGY', 'The database.');
  await make.commitment(active, 'SCHOOL', 'SPACE', 'A room.');
});

afterAll(() => network.stop());

const partnership = (code: string, question: object) =>
  network.ask(PARTNERSHIP, { code, ...question }).then(({ data }) => data?.school);

describe("a school's partnership", () => {
  it('is the agreement of the current fiscal year, the active one first, in one statement', async () => {
    const query = `{ school(deseCode: "${SIGNED}") { partnership {
      id fiscalYear status signedByDistrict signedByBoard
      district { deseCode } board { code } schools { deseCode } coordinators { title }
      commitments { side kind description }
    } } }`;
    expect(await network.ask(query)).toEqual({
      data: {
        school: {
          partnership: {
            id: active,
            fiscalYear: 2027,
            status: 'ACTIVE',
            signedByDistrict: '2026-06-08',
            signedByBoard: '2026-06-12',
            district: { deseCode: '99010000' },
            board: { code: 'METRO_NORTH' },
            schools: [{ deseCode: SIGNED }, { deseCode: ENDED }],
            coordinators: [{ title: 'Coordinator' }],
            commitments: [
              { side: 'SCHOOL', kind: 'SPACE', description: 'A room.' },
              { side: 'WORKFORCE_BOARD', kind: 'TECHNOLOGY', description: 'The database.' },
            ],
          },
        },
      },
    });
    expect(await network.cost(() => network.ask(query))).toBe(1);
  });

  it.each([
    { at: '2026-07-01T03:59:59Z', fiscalYear: 2026, status: 'ACTIVE' },
    { at: '2026-07-01T04:00:00Z', fiscalYear: 2027, status: 'ACTIVE' },
    { at: '2027-07-01T03:59:59Z', fiscalYear: 2027, status: 'ACTIVE' },
  ])('is that of fiscal year $fiscalYear at $at', async ({ at, ...expected }) => {
    expect(await partnership(SIGNED, { at: new Date(at) })).toEqual({ partnership: expected });
  });

  it('is null when the next fiscal year has nothing signed yet', async () => {
    const at = new Date('2027-07-01T04:00:00Z');
    expect(await partnership(SIGNED, { at })).toEqual({ partnership: null });
  });

  it.each([
    { code: DRAFTED, status: 'DRAFT' },
    { code: PENDING, status: 'PENDING_SIGNATURE' },
  ])(
    'is hidden from the public and shown to staff while it is $status',
    async ({ code, status }) => {
      expect(await partnership(code, {})).toEqual({ partnership: null });
      expect(await partnership(code, { as: { subject: 'x', role: 'PARTNER' } })).toEqual({
        partnership: null,
      });
      expect(await partnership(code, { as: STAFF })).toEqual({
        partnership: { fiscalYear: 2027, status },
      });
    },
  );
});

describe('an agreement by its id', () => {
  const QUERY = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on PartnershipAgreement { status } } }`;
  const keys = () => [active, draft].map((id) => ({ __typename: 'PartnershipAgreement', id }));

  it('is null for the public while it is a draft', async () => {
    expect(await network.ask(QUERY, { keys: keys() })).toEqual({
      data: { _entities: [{ status: 'ACTIVE' }, null] },
    });
  });

  it('is given to staff while it is a draft', async () => {
    expect(await network.ask(QUERY, { keys: keys(), as: STAFF })).toEqual({
      data: { _entities: [{ status: 'ACTIVE' }, { status: 'DRAFT' }] },
    });
  });
});
