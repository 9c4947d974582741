import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { makeSupport } from '../../support/make-students.ts';
import { codesOf, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { enrolled, FIFTY, refusals, rows, startStudents } from './support/students.ts';

const SUPPORT = 'support { id type description status neededBy providerOrganization version }';
const REQUEST = `mutation ($input: RequestSupportInput!, $key: String) {
  requestSupport(input: $input, idempotencyKey: $key) { ${SUPPORT} }
}`;
const UPDATE = `mutation ($input: UpdateSupportInput!) {
  updateSupport(input: $input) { ${SUPPORT} }
}`;
const SUPPORTS = `query ($id: ID!) { student(id: $id) {
  id supports { type status neededBy providerOrganization }
} }`;

let graph: SubgraphUnderTest;
let student: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  ({ student, actors } = await enrolled(graph));
});

const request = (input: object, role: Role = 'STUDENT', key?: string) =>
  graph.ask(REQUEST, {
    as: actors[role],
    key,
    input: { studentId: student, type: 'WORK_ATTIRE', ...input },
  });
const update = (input: object, role: Role = 'SCHOOL_STAFF') =>
  graph.ask(UPDATE, { as: actors[role], input: { expectedVersion: 1, ...input } });

describe('a support', () => {
  it.each(['STUDENT', 'FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)(
    'is requested by %s',
    async (role) => {
      const input = { neededBy: '2026-10-05', providerOrganization: 'Coats for All' };
      const { data, errors } = await request(input, role);
      expect(errors).toBeUndefined();
      expect(data?.requestSupport).toMatchObject({
        support: { type: 'WORK_ATTIRE', status: 'REQUESTED', version: 1, ...input },
      });
    },
  );

  it('is requested once for each key', async () => {
    const first = await request({}, 'STUDENT', 'one');
    expect(await request({}, 'STUDENT', 'one')).toEqual(first);
    expect(codesOf(await request({ type: 'PPE' }, 'STUDENT', 'one'))).toEqual(['CONFLICT']);
    const sql = 'select id from student_support where student_id = $1';
    expect(await rows(graph, sql, [student])).toHaveLength(1);
  });

  it.each([
    { what: 'for yesterday', input: { neededBy: '2026-10-04' }, rule: 'NEEDED_BY_DATE' },
    {
      what: 'of which nobody says what it is',
      input: { type: 'OTHER' },
      rule: 'SUPPORT_NEEDS_DESCRIPTION',
    },
    { what: 'of no type', input: { type: 'MONEY' }, rule: 'BAD_USER_INPUT' },
    { what: 'with a blank description', input: { description: ' ' }, rule: 'BAD_USER_INPUT' },
    { what: 'of a nameless provider', input: { providerOrganization: '' }, rule: 'BAD_USER_INPUT' },
  ])('is not requested $what: $rule', async ({ input, rule }) => {
    expect(refusals(await request(input))).toEqual([rule]);
  });

  it('is not requested for who has left', async () => {
    await rows(graph, `update student set enrollment_status = 'WITHDRAWN' where id = $1`, [
      student,
    ]);
    expect(refusals(await request({}))).toEqual(['NOT_ENROLLED']);
  });

  it.each([
    { role: 'BOARD_STAFF', code: 'FORBIDDEN' },
    { role: 'PARTNER', code: 'NOT_FOUND' },
    { role: 'EMPLOYER', code: 'NOT_FOUND' },
    { role: 'STATE', code: 'NOT_FOUND' },
    { role: 'ADMIN', code: 'NOT_FOUND' },
    { role: 'PUBLIC', code: 'UNAUTHENTICATED' },
  ] as const)('is not requested by $role: $code', async ({ role, code }) => {
    expect(codesOf(await request({}, role))).toEqual([code]);
  });
});

describe('a support that was requested', () => {
  let supportId: string;
  beforeEach(async () => {
    supportId = await makeSupport(graph.database, student);
  });

  it('is approved, and then provided by a partner', async () => {
    expect((await update({ supportId, status: 'APPROVED' })).data?.updateSupport).toMatchObject({
      support: { status: 'APPROVED', version: 2 },
    });
    const by = { status: 'PROVIDED', expectedVersion: 2, providerOrganization: 'Coats for All' };
    expect((await update({ supportId, ...by })).data?.updateSupport).toMatchObject({
      support: { status: 'PROVIDED', providerOrganization: 'Coats for All', version: 3 },
    });
  });

  it('is declined by the student, who may do no more', async () => {
    expect(codesOf(await update({ supportId, status: 'APPROVED' }, 'STUDENT'))).toEqual([
      'FORBIDDEN',
    ]);
    const more = { status: 'DECLINED_BY_STUDENT', neededBy: '2026-12-01' };
    expect(codesOf(await update({ supportId, ...more }, 'STUDENT'))).toEqual(['FORBIDDEN']);
    const answer = await update({ supportId, status: 'DECLINED_BY_STUDENT' }, 'STUDENT');
    expect(answer.data?.updateSupport).toMatchObject({
      support: { status: 'DECLINED_BY_STUDENT' },
    });
  });

  it('goes nowhere once it is final, and back nowhere', async () => {
    await update({ supportId, status: 'APPROVED' });
    const back = await update({ supportId, status: 'REQUESTED', expectedVersion: 2 });
    expect(refusals(back)).toEqual(['SUPPORT_STATUS']);
    expect(back.errors?.[0]?.message).toBe(
      'From APPROVED a support goes on to PROVIDED, DECLINED_BY_STUDENT, NOT_NEEDED; not to REQUESTED.',
    );
    await update({ supportId, status: 'NOT_NEEDED', expectedVersion: 2 });
    const after = await update({ supportId, status: 'APPROVED', expectedVersion: 3 });
    expect(refusals(after)).toEqual(['SUPPORT_STATUS']);
  });

  it('is changed once, though fifty have read it', async () => {
    const answers = await Promise.all(FIFTY.map(() => update({ supportId, status: 'APPROVED' })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(new Set(answers.flatMap(refusals))).toEqual(new Set(['CONFLICT']));
  });

  it.each([
    { role: 'FAMILY', code: 'FORBIDDEN' },
    // Whoever may not request supports is not told that there is one.
    { role: 'BOARD_STAFF', code: 'NOT_FOUND' },
    { role: 'PARTNER', code: 'NOT_FOUND' },
    { role: 'EMPLOYER', code: 'NOT_FOUND' },
    { role: 'PUBLIC', code: 'UNAUTHENTICATED' },
  ] as const)('is not changed by $role: $code', async ({ role, code }) => {
    expect(codesOf(await update({ supportId, status: 'APPROVED' }, role))).toEqual([code]);
  });

  it('of somebody else is not there', async () => {
    const { student: other } = await enrolled(graph, {
      school_code: '90360010',
      board_code: 'METRO_NORTH',
    });
    const theirs = await makeSupport(graph.database, other);
    for (const id of [theirs, randomUUID(), 'x'])
      expect(codesOf(await update({ supportId: id, status: 'APPROVED' }))).toEqual(['NOT_FOUND']);
  });
});

describe('who reads that a student has supports', () => {
  beforeEach(() => makeSupport(graph.database, student));

  it.each(['STUDENT', 'FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)(
    '%s reads all',
    async (role) => {
      const { data } = await graph.ask(SUPPORTS, { as: actors[role], id: student });
      expect(data?.student).toMatchObject({
        supports: [{ type: 'WORK_ATTIRE', status: 'REQUESTED' }],
      });
    },
  );

  it('BOARD_STAFF reads where they stand, not what they are', async () => {
    const { data, errors } = await graph.ask(SUPPORTS, { as: actors.BOARD_STAFF, id: student });
    expect(data?.student).toEqual({
      id: student,
      supports: [{ type: null, status: 'REQUESTED', neededBy: null, providerOrganization: null }],
    });
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code])).toEqual([
      ['type', 'FORBIDDEN_FIELD'],
      ['neededBy', 'FORBIDDEN_FIELD'],
      ['providerOrganization', 'FORBIDDEN_FIELD'],
    ]);
  });

  it.each(['PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const)(
    '%s cannot tell that there are any',
    async (role) => {
      const { student: without } = await enrolled(graph);
      const [asked, other] = [
        await graph.ask(SUPPORTS, { as: actors[role], id: student }),
        await graph.ask(SUPPORTS, { as: actors[role], id: without }),
      ];
      expect(asked.data).toEqual({ student: null });
      expect(asked).toEqual(other);
    },
  );
});
