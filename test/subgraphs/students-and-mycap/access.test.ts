import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { ROLES, type Role } from '../../../platform/vocabulary.ts';
import { createStudentsAndMyCap } from '../../../subgraphs/students-and-mycap/subgraph.ts';
import { actorsNear, SEEING, SEEING_NONE } from '../../support/actors.ts';
import { makeGoal, makePlan, makeStudent } from '../../support/make-students.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const MISSING = randomUUID();
let graph: SubgraphUnderTest;
let visible: string;
let hidden: string;
let actors: Readonly<Record<Role, Actor>>;
const keysOf = new Map<string, { readonly plan: string; readonly goal: string }>();

/** A student with a plan and a goal. */
async function makeRecord(school: string, board: string): Promise<string> {
  const { database } = graph;
  const student = await makeStudent(database, { school_code: school, board_code: board });
  const plan = await makePlan(database, student);
  keysOf.set(student, { plan, goal: await makeGoal(database, plan) });
  return student;
}

beforeAll(async () => {
  graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
  visible = await makeRecord('90350010', 'BOSTON');
  // The next district's first school, in another region.
  hidden = await makeRecord('90360010', 'METRO_NORTH');
  actors = actorsNear({
    student: visible,
    school: '90350010',
    district: '90350000',
    board: 'BOSTON',
  });
});
afterAll(() => graph.stop());

const STUDENT = 'query ($id: ID!) { student(id: $id) { id } }';
const LIST = 'query { students(filter: {}) { nodes { id } totalCount pageInfo { hasNextPage } } }';
const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Student { id grade } ... on MyCapPlan { id status } ... on MyCapGoal { id text }
} }`;
const entityKeys = (student: string) => [
  ...representations('Student', 'id', [student]),
  ...representations('MyCapPlan', 'id', [keysOf.get(student)?.plan ?? randomUUID()]),
  ...representations('MyCapGoal', 'id', [keysOf.get(student)?.goal ?? randomUUID()]),
];
const SCHOOL = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on School { students { nodes { id } totalCount } }
} }`;

it('the tables below name every role', () => {
  expect([...SEEING, ...SEEING_NONE, 'PUBLIC'].toSorted()).toEqual([...ROLES].toSorted());
});

describe.each(SEEING)('%s', (role) => {
  it('sees who is theirs, and cannot tell the others from nobody', async () => {
    const as = actors[role];
    expect(await graph.ask(STUDENT, { as, id: visible })).toEqual({
      data: { student: { id: visible } },
    });
    const nobody = await graph.ask(STUDENT, { as, id: MISSING });
    expect(nobody).toEqual({ data: { student: null } });
    expect(await graph.ask(STUDENT, { as, id: hidden })).toEqual(nobody);
  });

  it('has a list and a count of who is theirs alone', async () => {
    expect(await graph.ask(LIST, { as: actors[role] })).toEqual({
      data: {
        students: { nodes: [{ id: visible }], totalCount: 1, pageInfo: { hasNextPage: false } },
      },
    });
  });

  it('reaches the entities of who is theirs alone', async () => {
    const as = actors[role];
    const found = await graph.ask(ENTITIES, { as, keys: entityKeys(visible) });
    const { plan = '', goal = '' } = keysOf.get(visible) ?? {};
    expect(found).toEqual({
      data: {
        _entities: [
          { id: visible, grade: 11 },
          { id: plan, status: 'IN_PROGRESS' },
          { id: goal, text: 'Find out what a nurse does.' },
        ],
      },
    });
    const nothing = await graph.ask(ENTITIES, { as, keys: entityKeys(MISSING) });
    expect(nothing).toEqual({ data: { _entities: [null, null, null] } });
    expect(await graph.ask(ENTITIES, { as, keys: entityKeys(hidden) })).toEqual(nothing);
  });

  it("finds in a school who is theirs; a school of others is as empty as one that isn't", async () => {
    const keys = representations('School', 'deseCode', ['90350010', '90360010', '90999999']);
    const none = { students: { nodes: [], totalCount: 0 } };
    expect(await graph.ask(SCHOOL, { as: actors[role], keys })).toEqual({
      data: {
        _entities: [{ students: { nodes: [{ id: visible }], totalCount: 1 } }, none, none],
      },
    });
  });
});

describe.each(SEEING_NONE)('%s', (role) => {
  it('is refused the record of anybody, there or not, in the same words', async () => {
    const as = actors[role];
    for (const id of [visible, hidden, MISSING]) {
      const answer = await graph.ask(STUDENT, { as, id });
      expect(answer.data).toEqual({ student: null });
      expect(codesOf(answer)).toEqual(['FORBIDDEN_FIELD']);
    }
    expect(await graph.ask(STUDENT, { as, id: visible })).toEqual(
      await graph.ask(STUDENT, { as, id: MISSING }),
    );
  });

  it('is refused the list, its count, and the students of a school', async () => {
    const as = actors[role];
    const list = await graph.ask(LIST, { as });
    expect([list.data, codesOf(list)]).toEqual([{ students: null }, ['FORBIDDEN_FIELD']]);
    const school = await graph.ask(SCHOOL, {
      as,
      keys: representations('School', 'deseCode', ['90350010']),
    });
    expect(school.data).toEqual({ _entities: [{ students: null }] });
    expect(codesOf(school)).toEqual(['FORBIDDEN_FIELD']);
  });

  it('reaches no entity, there or not', async () => {
    const as = actors[role];
    const refused = await graph.ask(ENTITIES, { as, keys: entityKeys(visible) });
    expect(refused.data).toEqual({ _entities: [null, null, null] });
    expect(codesOf(refused)).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
    expect(await graph.ask(ENTITIES, { as, keys: entityKeys(MISSING) })).toEqual(refused);
  });
});

describe('who is not signed in', () => {
  it.each([
    { what: 'a student', query: STUDENT, variables: () => ({ id: visible }) },
    { what: 'a list', query: LIST, variables: () => ({}) },
    {
      what: "a school's students",
      query: SCHOOL,
      variables: () => ({ keys: representations('School', 'deseCode', ['90350010']) }),
    },
  ])('is asked to sign in for $what, and gets no data', async ({ query, variables }) => {
    const answer = await graph.ask(query, variables());
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(JSON.stringify(answer.data)).not.toMatch(/[0-9a-f]{8}-|\d/);
  });

  it.each(['Student', 'MyCapPlan', 'MyCapGoal'])(
    'is asked to sign in for the entity %s, there or not',
    async (typeName) => {
      const index = ['Student', 'MyCapPlan', 'MyCapGoal'].indexOf(typeName);
      for (const student of [visible, MISSING]) {
        const keys = entityKeys(student).slice(index, index + 1);
        const answer = await graph.ask(ENTITIES, { keys });
        expect(answer.data).toEqual({ _entities: [null] });
        expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
      }
    },
  );
});

describe('the classes of a record', () => {
  const NAMED = `query ($id: ID!) { student(id: $id) {
    id grade sasid lasid displayName dateOfBirth groups myCap { status fafsaCompleted }
  } }`;

  it.each(['STUDENT', 'FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)(
    '%s reads all of them',
    async (role) => {
      const { errors } = await graph.ask(NAMED, { as: actors[role], id: visible });
      expect(errors).toBeUndefined();
    },
  );

  it('BOARD_STAFF reads the record, not who it is, nor what the law protects most', async () => {
    const { data, errors } = await graph.ask(NAMED, { as: actors.BOARD_STAFF, id: visible });
    expect(data).toEqual({
      student: {
        id: visible,
        grade: 11,
        sasid: null,
        lasid: null,
        displayName: null,
        dateOfBirth: null,
        groups: null,
        myCap: { status: 'IN_PROGRESS', fafsaCompleted: null },
      },
    });
    expect(
      errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code, extensions?.class]),
    ).toEqual([
      ['sasid', 'FORBIDDEN_FIELD', 'DIRECT_ID'],
      ['lasid', 'FORBIDDEN_FIELD', 'DIRECT_ID'],
      ['displayName', 'FORBIDDEN_FIELD', 'DIRECT_ID'],
      ['dateOfBirth', 'FORBIDDEN_FIELD', 'DIRECT_ID'],
      ['groups', 'FORBIDDEN_FIELD', 'SPECIAL_CATEGORY'],
      ['fafsaCompleted', 'FORBIDDEN_FIELD', 'FINANCIAL'],
    ]);
  });

  it('are refused under any alias, fragment and entity route', async () => {
    const query = `query ($id: ID!, $keys: [_Any!]!) {
      student(id: $id) { grade: sasid ...Named }
      _entities(representations: $keys) { ... on MyCapPlan { student { name: displayName } } }
    }
    fragment Named on Student { ... { birthday: dateOfBirth } }`;
    const keys = representations('MyCapPlan', 'id', [keysOf.get(visible)?.plan ?? '']);
    const answer = await graph.ask(query, { as: actors.BOARD_STAFF, id: visible, keys });
    expect(answer.data).toEqual({
      student: { grade: null, birthday: null },
      _entities: [{ student: { name: null } }],
    });
    expect(codesOf(answer)).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
  });
});

describe('somebody whose token names no place', () => {
  it.each<Actor>([
    { subject: 's', role: 'STUDENT' },
    { subject: 's', role: 'FAMILY' },
    { subject: 's', role: 'SCHOOL_STAFF' },
    { subject: 's', role: 'DISTRICT_STAFF' },
    { subject: 's', role: 'BOARD_STAFF' },
  ])('$role sees nobody', async (as) => {
    expect(await graph.ask(LIST, { as })).toEqual({
      data: { students: { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } } },
    });
  });
});
