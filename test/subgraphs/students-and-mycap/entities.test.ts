import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { createStudentsAndMyCap } from '../../../subgraphs/students-and-mycap/subgraph.ts';
import { makeGoal, makePlan, makeStudent } from '../../support/make-students.ts';
import {
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const STAFF: Actor = { subject: 'staff', role: 'SCHOOL_STAFF', schools: ['90350010'] };
const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Student { id displayName myCap { id goals { id } } }
  ... on MyCapPlan { id currentStage student { id } goals { id } }
  ... on MyCapGoal { id text }
} }`;
const MALFORMED = ['', 'x', "'; drop table student; --", '7D0C0F5E-3B1A-4C61-9A54-5F2E8D1B6A01'];

let graph: SubgraphUnderTest;
const made: { readonly student: string; readonly plan: string; readonly goal: string }[] = [];

beforeAll(async () => {
  graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
  const { database } = graph;
  for (let n = 0; n < 100; n++) {
    const student = await makeStudent(database, { display_name: `Student ${n}` });
    const plan = await makePlan(database, student);
    made.push({ student, plan, goal: await makeGoal(database, plan, { text: `Goal ${n}` }) });
  }
});
afterAll(() => graph.stop());

const ask = (keys: readonly object[]) => graph.count(ENTITIES, { as: STAFF, keys });

describe('a hundred keys', () => {
  it.each([
    {
      type: 'Student',
      ids: () => made.map(({ student }) => student),
      expected: (n: number) => ({
        id: made[n]?.student,
        displayName: `Student ${n}`,
        myCap: { id: made[n]?.plan, goals: [{ id: made[n]?.goal }] },
      }),
    },
    {
      type: 'MyCapPlan',
      ids: () => made.map(({ plan }) => plan),
      expected: (n: number) => ({
        id: made[n]?.plan,
        currentStage: 'CAREER_EXPLORATION',
        student: { id: made[n]?.student },
        goals: [{ id: made[n]?.goal }],
      }),
    },
    {
      type: 'MyCapGoal',
      ids: () => made.map(({ goal }) => goal),
      expected: (n: number) => ({ id: made[n]?.goal, text: `Goal ${n}` }),
    },
  ])('of $type are one statement, answered in their order', async ({ type, ids, expected }) => {
    const keys = representations(type, 'id', ids()).toReversed();
    const { data, errors, statements } = await ask(keys);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: made.map((_, n) => expected(n)).toReversed() });
    expect(statements).toBe(1);
  });
});

describe('keys', () => {
  it('of several types in one list are found each in its own table', async () => {
    const [{ student, plan, goal } = { student: '', plan: '', goal: '' }] = made;
    const { data, statements } = await ask([
      { __typename: 'MyCapGoal', id: goal },
      { __typename: 'Student', id: student },
      { __typename: 'MyCapPlan', id: plan },
      { __typename: 'Student', id: plan },
    ]);
    expect(data).toEqual({
      _entities: [
        { id: goal, text: 'Goal 0' },
        expect.objectContaining({ id: student }),
        expect.objectContaining({ id: plan, currentStage: 'CAREER_EXPLORATION' }),
        null,
      ],
    });
    expect(statements).toBe(3);
  });

  it('that are unknown, malformed or twice there leave the others as they are', async () => {
    const goal = made[0]?.goal ?? '';
    const ids = [randomUUID(), goal, ...MALFORMED, goal];
    const { data, errors, statements } = await ask(representations('MyCapGoal', 'id', ids));
    const found = { id: goal, text: 'Goal 0' };
    expect(data).toEqual({ _entities: [null, found, ...MALFORMED.map(() => null), found] });
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
  });

  it.each(['Student', 'MyCapPlan', 'MyCapGoal'])(
    'of %s that are all malformed are nobody',
    async (type) => {
      const { data, errors } = await ask(representations(type, 'id', MALFORMED));
      expect(data).toEqual({ _entities: MALFORMED.map(() => null) });
      expect(errors).toBeUndefined();
    },
  );

  it('that are malformed are no student by id either', async () => {
    for (const id of MALFORMED)
      expect(
        await graph.ask('query ($id: ID!) { student(id: $id) { id } }', { as: STAFF, id }),
      ).toEqual({
        data: { student: null },
      });
    expect(graph.logged).toEqual([]);
  });
});

describe('a key that no entity can be looked for by', () => {
  it('costs its own place alone, and is in the log', async () => {
    const [first, second] = representations('Student', 'id', [
      made[0]?.student ?? '',
      made[1]?.student ?? '',
    ]);
    const keys = [first, { __typename: 'Submarine' }, { __typename: 'Student' }, second];
    const query =
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Student { displayName } } }';
    const { data, errors } = await graph.ask(query, { as: STAFF, keys });
    const [zero, one] = [{ displayName: 'Student 0' }, { displayName: 'Student 1' }];
    expect(data).toEqual({ _entities: [zero, null, null, one] });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['_entities', 1],
      ['_entities', 2],
    ]);
    expect(graph.logged.splice(0)).toHaveLength(2);
  });
});
