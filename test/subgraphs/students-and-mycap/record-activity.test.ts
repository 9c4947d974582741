import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createStudentsAndMyCap } from '../../../subgraphs/students-and-mycap/subgraph.ts';
import { actorsNear } from '../../support/actors.ts';
import { makePlan, makeStudent } from '../../support/make-students.ts';
import {
  codesOf,
  NOW,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const RECORD = `mutation ($input: RecordActivityInput!, $key: String) {
  recordActivity(input: $input, idempotencyKey: $key) { activity { id type stage date reflection } }
}`;
/** What a student did, on the day it is. */
const SHADOW = { type: 'JOB_SHADOW', date: '2026-10-05' };
const DAY_MS = 24 * 60 * 60 * 1000;

let graph: SubgraphUnderTest;
let student: string;
let plan: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.database.pool.query('truncate idempotent_result');
  student = await makeStudent(graph.database);
  plan = await makePlan(graph.database, student, { opened_on: '2025-09-03' });
  actors = actorsNear({
    student,
    school: '90350010',
    district: '90350000',
    board: 'BOSTON',
  });
});

type Asked = { readonly as?: Actor; readonly key?: string | null; readonly at?: Date };
const record = (input: object, { as = actors.STUDENT, key = null, at = NOW }: Asked = {}) =>
  graph.ask(RECORD, { as, at, key, input: { studentId: student, ...SHADOW, ...input } });

type Payload = { readonly activity: { readonly id: string } } | null | undefined;
const idOf = ({ data }: Awaited<ReturnType<typeof record>>) =>
  (data?.recordActivity as Payload)?.activity.id;

async function recorded(): Promise<readonly Record<string, unknown>[]> {
  const sql = 'select * from career_activity where plan_id = $1 order by id';
  return (await graph.database.pool.query(sql, [plan])).rows;
}

describe('an activity', () => {
  it("is recorded on the student's open plan, in the stage that the chart gives it", async () => {
    const eventId = randomUUID();
    const answer = await record({ eventId, reflection: 'They never sit down. 👩‍⚕️' });
    const [row, ...others] = await recorded();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      type: 'JOB_SHADOW',
      stage: 'CAREER_EXPLORATION',
      event_id: eventId,
      recorded_by: 'student',
    });
    expect(answer).toEqual({
      data: {
        recordActivity: {
          activity: {
            id: row?.id,
            type: 'JOB_SHADOW',
            stage: 'CAREER_EXPLORATION',
            date: '2026-10-05',
            reflection: 'They never sit down. 👩‍⚕️',
          },
        },
      },
    });
  });

  it.each([
    { what: 'the day the plan was opened', input: { date: '2025-09-03' } },
    { what: "the chart's own stage", input: { stage: 'CAREER_EXPLORATION' } },
    { what: 'the longest reflection', input: { reflection: 'r'.repeat(5_000) } },
    { what: 'no reflection', input: { reflection: null, eventId: null, stage: null } },
  ])('may have $what', async ({ input }) => {
    expect((await record(input)).errors).toBeUndefined();
    expect(await recorded()).toHaveLength(1);
  });

  it.each(['SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)('may be recorded by %s', async (role) => {
    expect((await record({}, { as: actors[role] })).errors).toBeUndefined();
    expect(await recorded()).toMatchObject([{ recorded_by: actors[role].subject }]);
  });

  it('is of today while it is still today in Massachusetts', async () => {
    const lateEvening = new Date('2026-10-06T03:59:59Z');
    const midnight = new Date('2026-10-06T04:00:00Z');
    const tomorrow = { date: '2026-10-06' };
    expect(codesOf(await record(tomorrow, { at: lateEvening }))).toEqual(['RULE_VIOLATED']);
    expect((await record(tomorrow, { at: midnight })).errors).toBeUndefined();
  });
});

describe('nothing is recorded', () => {
  it.each([
    { what: 'before the plan', input: { date: '2025-09-02' }, rule: 'ACTIVITY_DATE' },
    { what: 'in the future', input: { date: '2026-10-06' }, rule: 'ACTIVITY_DATE' },
    { what: 'in another stage', input: { stage: 'CAREER_IMMERSION' }, rule: 'ACTIVITY_STAGE' },
  ])('$what: that breaks $rule', async ({ input, rule }) => {
    const { data, errors } = await record(input);
    expect(data).toEqual({ recordActivity: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ rule, code: 'RULE_VIOLATED' }]);
    expect(await recorded()).toEqual([]);
  });

  it('where no plan is open', async () => {
    const { pool } = graph.database;
    await pool.query('update my_cap_plan set open_for = null where id = $1', [plan]);
    const { errors } = await record({});
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { rule: 'NO_OPEN_PLAN', code: 'RULE_VIOLATED' },
    ]);
    expect(await recorded()).toEqual([]);
  });

  it.each([
    { what: 'a reflection that is too long', input: { reflection: 'r'.repeat(5_001) } },
    { what: 'a reflection with a character no text can have', input: { reflection: 'a\u0000b' } },
    { what: 'a day that there is not', input: { date: '2026-02-30' } },
    { what: 'a type that there is not', input: { type: 'NAPPING' } },
    { what: 'no type', input: { type: null } },
  ])('with $what', async ({ input }) => {
    expect(codesOf(await record(input))).toEqual(['BAD_USER_INPUT']);
    expect(await recorded()).toEqual([]);
  });

  it.each(['', 'k'.repeat(201), 'a\u0000b'])('under the key %j', async (key) => {
    expect(codesOf(await record({}, { key }))).toEqual(['BAD_USER_INPUT']);
    expect(await recorded()).toEqual([]);
  });

  it('for an event whose id is none', async () => {
    expect(codesOf(await record({ eventId: 'x' }))).toEqual(['NOT_FOUND']);
  });

  it.each(['FAMILY', 'BOARD_STAFF'] as const)('by %s, who may only read', async (role) => {
    expect(codesOf(await record({}, { as: actors[role] }))).toEqual(['FORBIDDEN']);
    expect(await recorded()).toEqual([]);
  });

  it.each(['PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const)(
    'by %s, to whom the student does not exist',
    async (role) => {
      expect(codesOf(await record({}, { as: actors[role] }))).toEqual(['NOT_FOUND']);
      expect(await recorded()).toEqual([]);
    },
  );

  it('by who is not signed in', async () => {
    expect(codesOf(await record({}, { as: actors.PUBLIC }))).toEqual(['UNAUTHENTICATED']);
    expect(await recorded()).toEqual([]);
  });

  it('on a student whom the caller may not see, in the words for one who is not there', async () => {
    const hidden = await makeStudent(graph.database);
    await makePlan(graph.database, hidden);
    for (const studentId of [hidden, randomUUID(), 'x']) {
      const { data, errors } = await record({ studentId });
      expect(data).toEqual({ recordActivity: null });
      expect(errors).toMatchObject([
        {
          message: `No Student with id "${studentId}".`,
          extensions: { code: 'NOT_FOUND', type: 'Student', id: studentId },
        },
      ]);
    }
  });
});

describe('a key', () => {
  it('and the same input again answer the same activity, which is there once', async () => {
    const first = await record({}, { key: 'a' });
    expect(first.errors).toBeUndefined();
    expect(await record({}, { key: 'a' })).toEqual(first);
    expect(await recorded()).toHaveLength(1);
  });

  it('answers the same activity although the plan was closed since', async () => {
    const first = await record({}, { key: 'a' });
    const { pool } = graph.database;
    await pool.query('update my_cap_plan set open_for = null where id = $1', [plan]);
    expect(await record({}, { key: 'a' })).toEqual(first);
  });

  it('does not depend on the order in which the input is written', async () => {
    const first = await record({ reflection: 'r' }, { key: 'a' });
    const input = { reflection: 'r', date: SHADOW.date, type: SHADOW.type, studentId: student };
    expect(await graph.ask(RECORD, { as: actors.STUDENT, key: 'a', input })).toEqual(first);
  });

  it.each([
    { what: 'day', input: { date: '2026-10-04' } },
    { what: 'type', input: { type: 'INTERNSHIP' } },
    { what: 'reflection', input: { reflection: 'Another one.' } },
  ])('with another $what is a conflict', async ({ input }) => {
    await record({}, { key: 'a' });
    const again = await record(input, { key: 'a' });
    expect(again.data).toEqual({ recordActivity: null });
    expect(codesOf(again)).toEqual(['CONFLICT']);
    expect(await recorded()).toHaveLength(1);
  });

  it('of somebody else is another key', async () => {
    const [mine, theirs] = [
      await record({}, { key: 'a' }),
      await record({}, { key: 'a', as: actors.SCHOOL_STAFF }),
    ];
    expect(theirs.errors).toBeUndefined();
    expect(idOf(theirs)).not.toBe(idOf(mine));
    expect(await recorded()).toHaveLength(2);
  });

  it('whose input was refused is still free', async () => {
    expect(codesOf(await record({ date: '2026-10-06' }, { key: 'a' }))).toEqual(['RULE_VIOLATED']);
    expect((await record({}, { key: 'a' })).errors).toBeUndefined();
  });

  it('is remembered for 24 hours, and forgotten after', async () => {
    const first = await record({}, { key: 'a' });
    const within = await record({}, { key: 'a', at: new Date(NOW.getTime() + DAY_MS) });
    expect(idOf(within)).toBe(idOf(first));
    const after = await record({}, { key: 'a', at: new Date(NOW.getTime() + DAY_MS + 1) });
    expect(after.errors).toBeUndefined();
    expect(idOf(after)).not.toBe(idOf(first));
    expect(await recorded()).toHaveLength(2);
  });

  it('is needed for a retry only: without one each call is another activity', async () => {
    await record({});
    await record({});
    expect(await recorded()).toHaveLength(2);
  });
});

describe('fifty calls at once', () => {
  const CALLS = Array.from({ length: 50 }, (_, n) => n);

  it('with one key make one activity, and all answer it', async () => {
    const answers = await Promise.all(CALLS.map(() => record({}, { key: 'one' })));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const [row, ...others] = await recorded();
    expect(others).toEqual([]);
    expect(new Set(answers.map(idOf))).toEqual(new Set([row?.id]));
  });

  it('with one key that has just expired make one more, and all answer it', async () => {
    const first = idOf(await record({}, { key: 'old' }));
    const at = new Date(NOW.getTime() + DAY_MS + 1);
    const answers = await Promise.all(CALLS.map(() => record({}, { key: 'old', at })));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const ids = new Set(answers.map(idOf));
    expect(ids.size).toBe(1);
    expect(ids.has(first)).toBe(false);
    expect(await recorded()).toHaveLength(2);
  });

  it('with one key and two inputs make one activity; the other input is a conflict', async () => {
    const answers = await Promise.all(
      CALLS.map((n) => record({ reflection: n % 2 ? 'odd' : 'even' }, { key: 'two' })),
    );
    expect(await recorded()).toHaveLength(1);
    const codes = answers.flatMap((answer) => codesOf(answer) ?? []);
    expect(codes).toEqual(Array.from({ length: 25 }, () => 'CONFLICT'));
  });

  it('with distinct keys make fifty', async () => {
    const answers = await Promise.all(CALLS.map((n) => record({}, { key: `key-${n}` })));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(new Set(answers.map(idOf)).size).toBe(50);
    expect(await recorded()).toHaveLength(50);
  });
});
