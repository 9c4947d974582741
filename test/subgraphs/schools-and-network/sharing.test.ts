import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { type Network, startNetwork } from './support/network.ts';
import { OTHER_BOARD, OTHER_DISTRICT, OTHER_SCHOOL, PEOPLE, refusals } from './support/people.ts';

const PIC = 'Boston Private Industry Council';
const OF_PIC: Actor = { subject: 'pic', role: 'PARTNER', organization: PIC, purpose: 'PLACEMENT' };
const LANTERN: Actor = {
  subject: 'l',
  role: 'PARTNER',
  organization: 'Lantern',
  purpose: 'RESEARCH',
};
const AGREEMENTS = `query ($status: [SharingStatus!]) { partnerOrganizations { nodes {
  name agreements(status: $status) { id status } } } }`;
const BY_ID = `query ($id: ID!, $version: Int) { dataSharingAgreement(id: $id, version: $version) {
  version status } }`;

let network: Network;
let pic: string;
let official: string;
let expired: string;
let draft: string;
let study: string;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.district('99020000', 'Elm');
  await make.school('99010505');
  await make.school('99010510');
  const contact = await make.staff({ district_code: '99010000', title: 'Director' });
  const program = await make.pathway('99010505');
  pic = await make.organization(PIC, 'INTERMEDIARY');
  const lantern = await make.organization('Lantern', 'COLLEGE_ACCESS');
  official = await make.sharing(pic, {
    legal_basis: 'SCHOOL_OFFICIAL',
    control_contact_id: contact,
    school_codes: ['99010510', '99010505'],
    program_ids: [program],
    classes: ['EDUCATION_RECORD', 'DIRECT_ID'],
    fields: ['Student.supports'],
  });
  expired = await make.sharing(pic, { effective_from: '2025-09-01', effective_to: '2026-08-31' });
  draft = await make.sharing(pic, { status: 'DRAFT', purposes: [], effective_from: '2026-10-01' });
  const row = { legal_basis: 'STUDIES', destruction_due: '2027-11-30', district_code: '99020000' };
  study = await make.sharing(lantern, { ...row, purposes: ['RESEARCH'] });
  await make.sharing(lantern, {
    ...row,
    id: study,
    version: 2,
    status: 'SUSPENDED',
    purposes: ['RESEARCH'],
  });
});
afterAll(() => network.stop());

type Organization = { readonly name: string; readonly agreements: { id: string }[] | null };
const organizations = async (as: Actor, question: object = {}) => {
  const { data } = await network.ask(AGREEMENTS, { as, status: null, ...question });
  return (data?.partnerOrganizations as { nodes: Organization[] } | undefined)?.nodes ?? [];
};
const idsFor = async (as: Actor, question: object = {}) =>
  (await organizations(as, question)).flatMap(({ agreements }) =>
    (agreements ?? []).map(({ id }) => id),
  );

describe('an agreement', () => {
  it('tells its partner all that it consists of', async () => {
    const query = `query ($id: ID!) { dataSharingAgreement(id: $id) {
      id version status legalBasis purposes effectiveFrom effectiveTo grades classes fields
      aggregateOnly exportAllowed redisclosure destructionDue destructionCertifiedOn
      authorizedRepresentative directoryNoticeOn missingElements
      partner { name kind } district { deseCode } controlContact { title }
      schools { deseCode } programs { title } } }`;
    const ask = () => network.ask(query, { as: OF_PIC, id: official });
    expect(await ask()).toEqual({
      data: {
        dataSharingAgreement: {
          id: official,
          version: 1,
          status: 'ACTIVE',
          legalBasis: 'SCHOOL_OFFICIAL',
          purposes: ['PLACEMENT'],
          effectiveFrom: '2026-09-01',
          effectiveTo: '2027-08-31',
          grades: [11, 12],
          classes: ['EDUCATION_RECORD', 'DIRECT_ID'],
          fields: ['Student.supports'],
          aggregateOnly: false,
          exportAllowed: false,
          redisclosure: false,
          destructionDue: null,
          destructionCertifiedOn: null,
          authorizedRepresentative: null,
          directoryNoticeOn: null,
          missingElements: [],
          partner: { name: PIC, kind: 'INTERMEDIARY' },
          district: { deseCode: '99010000' },
          controlContact: { title: 'Director' },
          schools: [{ deseCode: '99010505' }, { deseCode: '99010510' }],
          programs: [{ title: 'Health Assisting' }],
        },
      },
    });
    expect(await network.cost(ask)).toBe(3);
  });

  it('without a limit by grade or program says null, and a draft what it lacks', async () => {
    const query = `query ($id: ID!) { dataSharingAgreement(id: $id) { status grades programs { id } schools { deseCode } missingElements } }`;
    expect(await network.ask(query, { as: OF_PIC, id: draft })).toEqual({
      data: {
        dataSharingAgreement: {
          status: 'DRAFT',
          grades: [11, 12],
          programs: null,
          schools: [],
          missingElements: ['purposes'],
        },
      },
    });
  });

  it('is found in its newest version, and in an older one by its number', async () => {
    const at = async (version: number | null) =>
      (await network.ask(BY_ID, { as: LANTERN, id: study, version })).data?.dataSharingAgreement;
    expect(await at(null)).toEqual({ version: 2, status: 'SUSPENDED' });
    expect(await at(1)).toEqual({ version: 1, status: 'ACTIVE' });
    expect(await at(3)).toBeNull();
  });

  it('expires after its last day in Massachusetts', async () => {
    const statusAt = async (moment: string) => {
      const question = { as: OF_PIC, id: official, version: null, at: new Date(moment) };
      return (await network.ask(BY_ID, question)).data?.dataSharingAgreement;
    };
    expect(await statusAt('2027-09-01T03:59:59Z')).toEqual({ version: 1, status: 'ACTIVE' });
    expect(await statusAt('2027-09-01T04:00:00Z')).toEqual({ version: 1, status: 'EXPIRED' });
  });
});

describe('agreements are seen', () => {
  it('of one organization by itself, drafts included, and of no other', async () => {
    expect((await idsFor(OF_PIC)).toSorted()).toEqual([official, expired, draft].toSorted());
    expect(await idsFor(LANTERN)).toEqual([study]);
    expect(await idsFor({ subject: 'x', role: 'PARTNER' })).toEqual([]);
  });

  it('of one district by its staff and that of its schools', async () => {
    const ofDistrict = [official, expired, draft].toSorted();
    expect((await idsFor(PEOPLE.DISTRICT_STAFF)).toSorted()).toEqual(ofDistrict);
    expect((await idsFor(OTHER_SCHOOL)).toSorted()).toEqual(ofDistrict);
    expect(await idsFor(OTHER_DISTRICT)).toEqual([study]);
    expect(await idsFor({ subject: 'x', role: 'DISTRICT_STAFF' })).toEqual([]);
  });

  it.each([OTHER_BOARD, PEOPLE.STATE, PEOPLE.ADMIN])(
    'by $role, all that were agreed on and no draft',
    async (as) => {
      expect((await idsFor(as)).toSorted()).toEqual([official, expired, study].toSorted());
    },
  );

  it.each([
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
    { as: PEOPLE.STUDENT, code: 'FORBIDDEN_FIELD' },
    { as: PEOPLE.FAMILY, code: 'FORBIDDEN_FIELD' },
    { as: PEOPLE.EMPLOYER, code: 'FORBIDDEN_FIELD' },
  ])('not by $as.role, who is told $code and the names of organizations', async ({ as, code }) => {
    expect(await organizations(as)).toEqual([
      { name: PIC, agreements: null },
      { name: 'Lantern', agreements: null },
    ]);
    expect(refusals(await network.ask(AGREEMENTS, { as, status: null }))).toEqual([code, code]);
    expect(refusals(await network.ask(BY_ID, { as, id: official, version: null }))).toEqual([code]);
  });

  it.each([
    { status: ['ACTIVE'], of: () => [official] },
    { status: ['EXPIRED'], of: () => [expired] },
    { status: ['DRAFT', 'EXPIRED'], of: () => [expired, draft] },
    { status: ['SUSPENDED', 'TERMINATED'], of: () => [] },
    { status: [], of: () => [] },
  ])('of the statuses $status as they are today', async ({ status, of }) => {
    expect(await idsFor(OF_PIC, { status })).toEqual(of());
  });

  it('through their district too', async () => {
    const query = '{ district(deseCode: "99020000") { sharingAgreements { id } } }';
    const { data } = await network.ask(query, { as: OTHER_DISTRICT });
    expect(data).toEqual({ district: { sharingAgreements: [{ id: study }] } });
    expect(refusals(await network.ask(query, { as: PEOPLE.EMPLOYER }))).toEqual([
      'FORBIDDEN_FIELD',
    ]);
  });

  it('by another in the words for one that is not there', async () => {
    for (const id of [official, 'x']) {
      const answer = await network.ask(BY_ID, { as: LANTERN, id, version: null });
      expect(answer).toEqual({ data: { dataSharingAgreement: null } });
    }
  });

  it('on the way through _entities by whom the row is for', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on DataSharingAgreement { id version status } } }`;
    const keys = [{ __typename: 'DataSharingAgreement', id: official }];
    expect(await network.ask(query, { as: OF_PIC, keys })).toEqual({
      data: { _entities: [{ id: official, version: 1, status: 'ACTIVE' }] },
    });
    for (const as of [LANTERN, PEOPLE.PUBLIC, PEOPLE.EMPLOYER])
      expect(await network.ask(query, { as, keys })).toEqual({ data: { _entities: [null] } });
  });
});

describe('the directory of organizations', () => {
  const PAGE = `query ($kind: OrganizationKind, $search: String, $first: Int! = 25, $after: String) {
    partnerOrganizations(kind: $kind, search: $search, first: $first, after: $after) {
      nodes { name kind } totalCount pageInfo { hasNextPage endCursor } } }`;

  it('is anyone’s, by name and page by page', async () => {
    const { data } = await network.ask(PAGE, { first: 1 });
    const page = data?.partnerOrganizations as { pageInfo: { endCursor: string } };
    expect(page).toMatchObject({
      nodes: [{ name: PIC, kind: 'INTERMEDIARY' }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    const after = page.pageInfo.endCursor;
    expect((await network.ask(PAGE, { first: 1, after })).data).toMatchObject({
      partnerOrganizations: { nodes: [{ name: 'Lantern' }], pageInfo: { hasNextPage: false } },
    });
  });

  it.each([
    { by: { kind: 'COLLEGE_ACCESS' }, names: ['Lantern'] },
    { by: { search: 'industry' }, names: [PIC] },
    { by: { kind: 'FUNDER' }, names: [] },
  ])('is filtered by $by', async ({ by, names }) => {
    expect((await network.ask(PAGE, by)).data).toMatchObject({
      partnerOrganizations: { nodes: names.map((name) => ({ name })), totalCount: names.length },
    });
  });

  it('finds one by its id', async () => {
    const { data } = await network.ask(`{ partnerOrganization(id: "${pic}") { name } }`);
    expect(data).toEqual({ partnerOrganization: { name: PIC } });
  });
});

describe('the viewer', () => {
  const VIEWER = `{ viewer { subject role organization purpose expiresAt agreement { id version } } }`;

  it('is who asks, under the agreement in force that has the purpose', async () => {
    expect(await network.ask(VIEWER, { as: OF_PIC })).toEqual({
      data: {
        viewer: {
          subject: 'pic',
          role: 'PARTNER',
          organization: PIC,
          purpose: 'PLACEMENT',
          expiresAt: null,
          agreement: { id: official, version: 1 },
        },
      },
    });
  });

  it.each([
    { what: 'whose agreement is suspended', as: LANTERN },
    { what: 'with another purpose', as: { ...OF_PIC, purpose: 'REPORTING' as const } },
    {
      what: 'with no purpose',
      as: { subject: 'pic', role: 'PARTNER', organization: PIC } as const,
    },
    { what: 'who is no partner', as: PEOPLE.DISTRICT_STAFF },
  ])('$what has no agreement', async ({ as }) => {
    const { data } = await network.ask(VIEWER, { as });
    expect(data).toMatchObject({ viewer: { role: as.role, agreement: null } });
  });

  it('is nobody where nobody signed in', async () => {
    const { data } = await network.ask('{ viewer { subject role organization } }');
    expect(data).toEqual({ viewer: { subject: null, role: 'PUBLIC', organization: null } });
  });
});
