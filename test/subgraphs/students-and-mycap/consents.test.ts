import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { makeConsent } from '../../support/make-students.ts';
import { codesOf, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { enrolled, FIFTY, refusals, rows, startStudents } from './support/students.ts';

const CONSENT = `consent { id basis recipientOrganization purpose dataElements
  grantedOn expiresOn revokedOn inForce }`;
const RECORD = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { ${CONSENT} } }`;
const REVOKE = `mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { ${CONSENT} } }`;
const TERMS = {
  recipientOrganization: 'Boston Private Industry Council',
  purpose: 'PLACEMENT',
  dataElements: ['displayName', 'grade'],
  expiresOn: '2027-07-01',
};

let graph: SubgraphUnderTest;
let student: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());
/** In grade 11, and 16 years old. */
const meet = async (columns: object = {}) => {
  ({ student, actors } = await enrolled(graph, { ...columns }));
};
beforeEach(() => meet());

const record = (input: object = {}, role: Role = 'STUDENT') =>
  graph.ask(RECORD, { as: actors[role], input: { studentId: student, ...TERMS, ...input } });
const revoke = (consentId: string, role: Role = 'STUDENT') =>
  graph.ask(REVOKE, { as: actors[role], input: { consentId } });

describe('consent', () => {
  it.each([
    { role: 'STUDENT', basis: 'ELIGIBLE_STUDENT' },
    { role: 'FAMILY', basis: 'PARENT_GUARDIAN' },
  ] as const)('of $role rests on $basis', async ({ role, basis }) => {
    const { data, errors } = await record({}, role);
    expect(errors).toBeUndefined();
    expect(data?.recordConsent).toMatchObject({
      consent: { basis, ...TERMS, grantedOn: '2026-10-05', revokedOn: null, inForce: true },
    });
  });

  it('is the student’s own from 14 or grade 9 on, and the parent’s before', async () => {
    await meet({ grade: 8, date_of_birth: '2012-10-06' });
    expect(refusals(await record())).toEqual(['NOT_AN_ELIGIBLE_STUDENT']);
    expect((await record({}, 'FAMILY')).errors).toBeUndefined();
    await meet({ grade: 8, date_of_birth: '2012-10-05' });
    expect((await record()).errors).toBeUndefined();
    await meet({ grade: 9, date_of_birth: '2012-10-06' });
    expect((await record()).errors).toBeUndefined();
  });

  it('is the student’s alone from 18 on', async () => {
    await meet({ date_of_birth: '2008-10-05' });
    expect(refusals(await record({}, 'FAMILY'))).toEqual(['STUDENT_IS_AN_ADULT']);
    expect((await record()).errors).toBeUndefined();
    await meet({ date_of_birth: '2008-10-06' });
    expect((await record({}, 'FAMILY')).errors).toBeUndefined();
  });

  it.each([
    {
      what: 'that expires as it is granted',
      input: { grantedOn: '2026-09-01', expiresOn: '2026-09-01' },
      rule: 'CONSENT_TERM',
    },
    { what: 'that expires before', input: { expiresOn: '2026-10-04' }, rule: 'CONSENT_TERM' },
    {
      what: 'that has expired',
      input: { grantedOn: '2026-09-01', expiresOn: '2026-10-05' },
      rule: 'CONSENT_TERM',
    },
    { what: 'from tomorrow on', input: { grantedOn: '2026-10-06' }, rule: 'CONSENT_TERM' },
    { what: 'for nothing', input: { dataElements: [] }, rule: 'BAD_USER_INPUT' },
    { what: 'for a blank', input: { dataElements: ['grade', ' '] }, rule: 'BAD_USER_INPUT' },
    { what: 'to nobody', input: { recipientOrganization: ' ' }, rule: 'BAD_USER_INPUT' },
    { what: 'for no purpose', input: { purpose: 'FUN' }, rule: 'BAD_USER_INPUT' },
  ])('$what is refused: $rule', async ({ input, rule }) => {
    expect(refusals(await record(input))).toEqual([rule]);
  });

  it.each([
    { role: 'SCHOOL_STAFF', code: 'FORBIDDEN' },
    { role: 'DISTRICT_STAFF', code: 'FORBIDDEN' },
    { role: 'BOARD_STAFF', code: 'FORBIDDEN' },
    { role: 'PARTNER', code: 'NOT_FOUND' },
    { role: 'EMPLOYER', code: 'NOT_FOUND' },
    { role: 'STATE', code: 'NOT_FOUND' },
    { role: 'ADMIN', code: 'NOT_FOUND' },
    { role: 'PUBLIC', code: 'UNAUTHENTICATED' },
  ] as const)('is never given or taken back by $role: $code', async ({ role, code }) => {
    const consent = await makeConsent(graph.database, student);
    expect(codesOf(await record({}, role))).toEqual([code]);
    expect(codesOf(await revoke(consent, role))).toEqual([code]);
  });
});

describe('consent that was given', () => {
  it('is taken back, and not in force from that moment on', async () => {
    const consent = await makeConsent(graph.database, student);
    expect((await revoke(consent)).data?.revokeConsent).toMatchObject({
      consent: { id: consent, revokedOn: '2026-10-05', inForce: false },
    });
    expect(refusals(await revoke(consent))).toEqual(['CONSENT_REVOKED_ALREADY']);
  });

  it('is taken back once, though fifty ask for it at once', async () => {
    const consent = await makeConsent(graph.database, student);
    const answers = await Promise.all(FIFTY.map(() => revoke(consent)));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('by a parent is taken back by the student, too; not the other way round', async () => {
    const parents = await makeConsent(graph.database, student, { basis: 'PARENT_GUARDIAN' });
    const own = await makeConsent(graph.database, student);
    expect((await revoke(parents)).errors).toBeUndefined();
    expect(refusals(await revoke(own, 'FAMILY'))).toEqual(['CONSENT_OF_THE_STUDENT']);
  });

  it('is no longer the parent’s once the student is 18', async () => {
    await meet({ date_of_birth: '2008-10-05' });
    const consent = await makeConsent(graph.database, student, { basis: 'PARENT_GUARDIAN' });
    expect(refusals(await revoke(consent, 'FAMILY'))).toEqual(['STUDENT_IS_AN_ADULT']);
    expect((await revoke(consent)).errors).toBeUndefined();
  });

  it('has run out by itself', async () => {
    const consent = await makeConsent(graph.database, student, { expires_on: '2026-10-05' });
    expect(refusals(await revoke(consent))).toEqual(['CONSENT_EXPIRED']);
  });

  it('of somebody else is not there', async () => {
    const { student: other } = await enrolled(graph);
    const theirs = await makeConsent(graph.database, other);
    for (const id of [theirs, randomUUID(), 'x'])
      expect(codesOf(await revoke(id))).toEqual(['NOT_FOUND']);
  });
});

it('the database itself refuses a consent that expires as it is granted', async () => {
  const columns = { granted_on: '2026-10-05', expires_on: '2026-10-05' };
  await expect(makeConsent(graph.database, student, columns)).rejects.toThrow(/expires_after/);
  const consent = await makeConsent(graph.database, student);
  const sql = `update consent set revoked_on = '2026-09-07', revoked_by = 'x' where id = $1`;
  await expect(rows(graph, sql, [consent])).rejects.toThrow(/revoked_after/);
});
