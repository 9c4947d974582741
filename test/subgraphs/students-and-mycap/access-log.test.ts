import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { makeEntry } from '../../support/make-students.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
} from '../../support/subgraph-under-test.ts';
import { enrolled, rows, startStudents } from './support/students.ts';

const ENTRY = `at person position organization role student parts purpose agreement
  agreementVersion outcome code`;
const OF_STUDENT = `query ($id: ID!, $from: Date, $first: Int!, $after: String) {
  student(id: $id) { accessLog(from: $from, first: $first, after: $after) {
    totalCount nodes { ${ENTRY} } pageInfo { hasNextPage endCursor }
  } }
}`;
const BY_ID = `query ($id: ID!, $from: Date) {
  accessLog(student: $id, from: $from) { totalCount nodes { at outcome } }
}`;
const OF_DISTRICT = `query ($keys: [_Any!]!, $partner: ID, $agreement: ID, $purpose: Purpose,
  $from: Date, $to: Date, $outcome: Outcome) {
  _entities(representations: $keys) { ... on District {
    disclosures(partner: $partner, agreement: $agreement, purpose: $purpose, from: $from, to: $to, outcome: $outcome) {
      totalCount nodes { at }
    }
  } }
}`;
const AGREEMENT = randomUUID();
const PARTNER_ORGANIZATION = randomUUID();

let graph: SubgraphUnderTest;
let student: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await rows(graph, 'truncate access_log_entry');
  ({ student, actors } = await enrolled(graph));
  await makeEntry(graph.database, student, {
    at: '2026-09-14T03:59:59.999Z',
    agreement: AGREEMENT,
    agreement_version: 2,
    partner_id: PARTNER_ORGANIZATION,
  });
  await makeEntry(graph.database, student, {
    at: '2026-09-14T04:00:00.000Z',
    purpose: 'RESEARCH',
    outcome: 'REFUSED',
    code: 'PURPOSE_NOT_DECLARED',
  });
});

type Page = {
  readonly totalCount: number;
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};
const ask = (variables: object = {}, role: Role = 'STUDENT') =>
  graph.ask(OF_STUDENT, { as: actors[role], id: student, first: 50, ...variables });
const pageOf = async (variables: object = {}, role: Role = 'STUDENT') => {
  const { data } = await ask(variables, role);
  return (data?.student as { accessLog: Page } | undefined)?.accessLog;
};
const FIRST = '2026-09-14T03:59:59.999Z';
const SECOND = '2026-09-14T04:00:00.000Z';

describe('the ledger of a record', () => {
  it('says who was shown what, for what, under which agreement, and what was refused', async () => {
    expect(await pageOf()).toEqual({
      totalCount: 2,
      nodes: [
        {
          at: FIRST,
          person: 'A Career Specialist',
          position: 'Career Specialist',
          organization: 'Boston Private Industry Council',
          role: 'PARTNER',
          student,
          parts: ['Student.displayName'],
          purpose: 'PLACEMENT',
          agreement: AGREEMENT,
          agreementVersion: 2,
          outcome: 'DISCLOSED',
          code: null,
        },
        expect.objectContaining({
          at: SECOND,
          outcome: 'REFUSED',
          code: 'PURPOSE_NOT_DECLARED',
          agreement: null,
        }),
      ],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });

  it('is read page by page, in the order of time', async () => {
    const first = await pageOf({ first: 1 });
    expect(first?.nodes).toMatchObject([{ at: FIRST }]);
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const second = await pageOf({ first: 1, after: first?.pageInfo.endCursor });
    expect(second?.nodes).toMatchObject([{ at: SECOND }]);
    expect(second?.pageInfo.hasNextPage).toBe(false);
  });

  it.each(['9999-99-99T99:99:99.999Z', '0000-01-01T00:00:00.000Z', '2026-09-14T24:00:00.000Z'])(
    'is not read from a cursor with the moment %s',
    async (moment) => {
      const answer = await ask({ after: writeCursor([moment, randomUUID()]) });
      expect(answer.data).toEqual({ student: { accessLog: null } });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('from a day on begins at midnight in Massachusetts', async () => {
    expect(await pageOf({ from: '2026-09-13' })).toMatchObject({ totalCount: 2 });
    expect(await pageOf({ from: '2026-09-14' })).toMatchObject({
      totalCount: 1,
      nodes: [{ at: SECOND }],
    });
  });

  it.each(['FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)(
    'is read by %s, and that is recorded in it',
    async (role) => {
      const page = await pageOf({}, role);
      expect(page?.totalCount).toBe(3);
      expect(page?.nodes.at(-1)).toMatchObject({
        role,
        person: actors[role].subject,
        parts: ['Student.accessLog'],
        outcome: 'DISCLOSED',
      });
      expect(await pageOf()).toMatchObject({ totalCount: 3 });
    },
  );

  it('is recorded once as it is read page by page, and also where it is read from the second page on', async () => {
    const { pageInfo } = (await pageOf({ first: 1 })) ?? {};
    const after = pageInfo?.endCursor;
    await pageOf({ first: 1, after }, 'FAMILY');
    expect(await pageOf()).toMatchObject({ totalCount: 3 });
    await pageOf({ first: 1, after }, 'FAMILY');
    expect(await pageOf()).toMatchObject({ totalCount: 3 });
    await pageOf({ first: 1, after }, 'SCHOOL_STAFF');
    expect((await pageOf())?.nodes.map(({ role }) => role)).toEqual([
      'PARTNER',
      'PARTNER',
      'FAMILY',
      'SCHOOL_STAFF',
    ]);
  });

  it('shows to staff of a board their own entries alone', async () => {
    await makeEntry(graph.database, student, { subject: 'board', role: 'BOARD_STAFF' });
    expect(await pageOf({}, 'BOARD_STAFF')).toMatchObject({
      totalCount: 2,
      nodes: [
        { role: 'BOARD_STAFF', parts: ['Student.displayName'] },
        { role: 'BOARD_STAFF', parts: ['Student.accessLog'] },
      ],
    });
  });

  it('is the same by the id of the student; hidden and missing look the same', async () => {
    const byId = (id: string, role: Role) => graph.ask(BY_ID, { as: actors[role], id });
    expect((await byId(student, 'STUDENT')).data).toEqual({
      accessLog: {
        totalCount: 2,
        nodes: [
          { at: FIRST, outcome: 'DISCLOSED' },
          { at: SECOND, outcome: 'REFUSED' },
        ],
      },
    });
    const other = await enrolled(graph);
    for (const id of [other.student, randomUUID(), 'x'])
      expect(await byId(id, 'STUDENT')).toEqual({ data: { accessLog: null } });
  });

  it.each(['PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const)('is refused to %s', async (role) => {
    const answer = await graph.ask(BY_ID, { as: actors[role], id: student });
    expect([answer.data, codesOf(answer)]).toEqual([{ accessLog: null }, ['FORBIDDEN_FIELD']]);
  });

  it.each([{ after: 'x' }, { first: 101 }, { first: 0 }])('refuses a page of %j', async (page) => {
    expect(codesOf(await ask(page))).toEqual(['BAD_USER_INPUT']);
  });
});

describe("a district's disclosures", () => {
  const disclosures = async (variables: object = {}, role: Role = 'DISTRICT_STAFF') => {
    const keys = representations('District', 'deseCode', ['90350000']);
    const { data } = await graph.ask(OF_DISTRICT, { as: actors[role], keys, ...variables });
    const [district] = (data?._entities ?? []) as { disclosures: Page }[];
    return district?.disclosures?.nodes.map(({ at }) => at);
  };

  it.each([
    { what: 'all of them', variables: {}, found: [FIRST, SECOND] },
    { what: 'to a partner', variables: { partner: PARTNER_ORGANIZATION }, found: [FIRST] },
    { what: 'to a partner that cannot be', variables: { partner: 'x' }, found: [] },
    { what: 'under an agreement', variables: { agreement: AGREEMENT }, found: [FIRST] },
    { what: 'for a purpose', variables: { purpose: 'RESEARCH' }, found: [SECOND] },
    { what: 'with an outcome', variables: { outcome: 'REFUSED' }, found: [SECOND] },
    { what: 'from a day on', variables: { from: '2026-09-14' }, found: [SECOND] },
    { what: 'up to a day', variables: { to: '2026-09-13' }, found: [FIRST] },
  ])('are $what', async ({ variables, found }) => {
    expect(await disclosures(variables)).toEqual(found);
  });

  it('are of students whom the actor sees', async () => {
    const other = { ...actors.DISTRICT_STAFF, district: '90360000' };
    const keys = representations('District', 'deseCode', ['90350000']);
    const { data } = await graph.ask(OF_DISTRICT, { as: other, keys });
    expect(data?._entities).toEqual([{ disclosures: { totalCount: 0, nodes: [] } }]);
  });
});

it.each(['update access_log_entry set person = null', 'delete from access_log_entry'])(
  'the database refuses "%s"',
  async (sql) => {
    await expect(rows(graph, sql)).rejects.toThrow(/append-only/);
  },
);
