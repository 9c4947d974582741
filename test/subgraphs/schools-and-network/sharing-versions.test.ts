import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingElements } from '../../../subgraphs/schools-and-network/domain/sharing-elements.ts';
import { type Network, startNetwork } from './support/network.ts';

let network: Network;
let organization: string;
let contact: string;

beforeAll(async () => {
  network = await startNetwork();
  await network.make.district();
  await network.make.district('99020000');
  organization = await network.make.organization('Lantern');
  contact = await network.make.staff({ district_code: '99010000' });
});
beforeEach(() => network.database.pool.query('truncate data_sharing_agreement'));
afterAll(() => network.stop());

const write = (row: object) => network.make.sharing(organization, { ...row });

/** Every way in which an element that a basis demands can be there or not. */
const BASES = ['CONSENT', 'SCHOOL_OFFICIAL', 'STUDIES', 'AUDIT_EVALUATION', 'DIRECTORY'] as const;
const CHANGES = [
  {},
  { purposes: [] },
  { grades: [] },
  { grades: [], schoolCodes: ['99010505'] },
  { classes: [] },
  { classes: [], fields: ['Student.grade'] },
  { classes: ['DIRECT_ID'] },
  { classes: ['EVALUATIVE'] },
  { redisclosure: true },
  { destructionDue: null },
  { controlContactId: null },
  { authorizedRepresentative: null },
  { directoryNoticeOn: null },
];

describe('the database', () => {
  it.each(BASES)(
    'holds in force what the code finds complete on the basis %s, and no other',
    async (legalBasis) => {
      for (const change of CHANGES) {
        const day = new Date('2027-11-30');
        const terms = {
          legalBasis,
          purposes: ['PLACEMENT'],
          schoolCodes: [],
          grades: [11],
          programIds: [],
          classes: ['QUASI_ID'],
          fields: [],
          redisclosure: false,
          controlContactId: contact,
          destructionDue: day,
          authorizedRepresentative: 'Ada Reyes',
          directoryNoticeOn: day,
          ...change,
        };
        const written = write({
          legal_basis: legalBasis,
          purposes: terms.purposes,
          school_codes: terms.schoolCodes,
          grades: terms.grades,
          classes: terms.classes,
          fields: terms.fields,
          redisclosure: terms.redisclosure,
          control_contact_id: terms.controlContactId,
          destruction_due: terms.destructionDue,
          authorized_representative: terms.authorizedRepresentative,
          directory_notice_on: terms.directoryNoticeOn,
        }).then(
          () => 'complete',
          (error: Error) => /active_is_complete/.exec(error.message)?.[0],
        );
        const expected = missingElements(terms).length === 0 ? 'complete' : 'active_is_complete';
        expect([change, await written]).toEqual([change, expected]);
      }
    },
  );

  it('lets a draft lack what it lacks', async () => {
    await expect(write({ status: 'DRAFT', purposes: [], classes: [] })).resolves.toBeDefined();
  });

  it.each([
    {
      what: 'that is written down as expired',
      row: { status: 'EXPIRED' },
      by: /expiry_is_derived/,
    },
    {
      what: 'that ends before it begins',
      row: { effective_to: '2026-08-31' },
      by: /days_in_order/,
    },
    { what: 'that begins with its second version', row: { version: 2 }, by: /does not follow/ },
  ])('refuses an agreement $what', async ({ row, by }) => {
    await expect(write(row)).rejects.toThrow(by);
  });
});

describe('a version of an agreement', () => {
  it('is followed by the next, which is the newest', async () => {
    const id = await write({ status: 'DRAFT' });
    await write({ id, version: 2 });
    await write({ id, version: 3, status: 'SUSPENDED' });
    const { rows } = await network.database.pool.query(
      'select version, status, newest from data_sharing_agreement order by version',
    );
    expect(rows).toEqual([
      { version: 1, status: 'DRAFT', newest: false },
      { version: 2, status: 'ACTIVE', newest: false },
      { version: 3, status: 'SUSPENDED', newest: true },
    ]);
  });

  it.each([
    { what: 'leaves one out', row: { version: 3 }, by: /does not follow/ },
    { what: 'is there already', row: { version: 1 }, by: /does not follow/ },
    {
      what: 'is with another district',
      row: { version: 2, district_code: '99020000' },
      by: /between other parties/,
    },
  ])('is not followed by one that $what', async ({ row, by }) => {
    const id = await write({});
    await expect(write({ id, ...row })).rejects.toThrow(by);
  });

  it.each([
    `update data_sharing_agreement set status = 'TERMINATED'`,
    `update data_sharing_agreement set purposes = '{RESEARCH}'`,
    'update data_sharing_agreement set newest = false',
    'delete from data_sharing_agreement',
  ])('is never changed: %s', async (sql) => {
    await write({});
    await expect(network.database.pool.query(sql)).rejects.toThrow(/is never changed/);
  });
});
