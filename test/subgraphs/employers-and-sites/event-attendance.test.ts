import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeEmployer, makeEvent } from './makers.ts';
import { ACTORS, employerAt, FIFTY, openWriting, outcomesOf, refusalsOf } from './writing.ts';

const graph = openWriting();
const RECORD = `mutation ($input: RecordEventAttendanceInput!, $key: String) {
  recordEventAttendance(input: $input, idempotencyKey: $key) { careerEvent { id attendance } }
}`;
const someone = (count: number) => Array.from({ length: count }, () => randomUUID());

let event: string;
beforeEach(async () => {
  event = await shadowDay();
});
const shadowDay = async (columns: object = {}) =>
  makeEvent(graph.database(), [await makeEmployer(graph.database())], {
    type: 'JOB_SHADOW_DAY',
    stage: 'CAREER_EXPLORATION',
    start_date: '2026-10-05',
    attendance: null,
    ...columns,
  });
const record = (input: object, as = ACTORS.SCHOOL_STAFF, key: string | null = null) =>
  graph.ask(RECORD, { as, key, input: { eventId: event, studentIds: [], ...input } });
const facts = () =>
  graph.rows("select key, body from change where topic = 'attendance' and body->>'eventId' = $1", [
    event,
  ]);
const recorded = () =>
  graph.rows('select student_id, recorded_by from event_attendance where event_id = $1', [event]);

describe('attendance', () => {
  it('is told of each student, with the scope of who recorded it, and of nobody else', async () => {
    const [student = ''] = someone(1);
    expect((await record({ studentIds: [student] })).errors).toBeUndefined();
    expect((await facts()).map(({ body }) => body)).toEqual([
      {
        eventId: event,
        studentId: student,
        activityType: 'JOB_SHADOW',
        date: '2026-10-05',
        recordedBy: 'school',
        scope: { schools: ['90350010'] },
      },
    ]);
  });

  it.each([
    { role: 'SCHOOL_STAFF', scope: { schools: ['90350010'] } },
    { role: 'DISTRICT_STAFF', scope: { district: '90350000' } },
    { role: 'BOARD_STAFF', scope: { board: 'BOSTON' } },
  ] as const)('is recorded by $role, within $scope', async ({ role, scope }) => {
    expect((await record({ studentIds: someone(2) }, ACTORS[role])).errors).toBeUndefined();
    expect((await facts()).map(({ body }) => (body as { scope: object }).scope)).toEqual([
      scope,
      scope,
    ]);
  });

  it('of a student who is recorded again is no news', async () => {
    const students = someone(3);
    await record({ studentIds: [...students, ...students] });
    const before = await facts();
    await record({ studentIds: students });
    expect(await facts()).toEqual(before);
    expect(await recorded()).toHaveLength(3);
  });

  it('of a student by two who record is told by each, and counted once', async () => {
    const students = someone(6);
    await record({ studentIds: students });
    const { data } = await record({ studentIds: students }, ACTORS.BOARD_STAFF);
    expect(await recorded()).toHaveLength(12);
    expect(data).toEqual({
      recordEventAttendance: { careerEvent: { id: event, attendance: 6 } },
    });
  });

  it.each([
    { students: 0, headcount: 0, shown: 0 },
    { students: 5, headcount: null, shown: null },
    { students: 6, headcount: null, shown: 6 },
    { students: 6, headcount: 120, shown: 120 },
    { students: 7, headcount: 6, shown: 7 },
    { students: 1, headcount: 5, shown: null },
  ])('of $students named and $headcount counted is shown as $shown', async (given) => {
    const { students, headcount, shown } = given;
    const { data } = await record({ studentIds: someone(students), headcount });
    expect(data).toEqual({
      recordEventAttendance: { careerEvent: { id: event, attendance: shown } },
    });
  });

  it('under one key is recorded once', async () => {
    const students = someone(7);
    const first = await record({ studentIds: students }, ACTORS.SCHOOL_STAFF, 'once');
    expect(await record({ studentIds: students }, ACTORS.SCHOOL_STAFF, 'once')).toEqual(first);
    const others = { studentIds: someone(1) };
    expect(refusalsOf(await record(others, ACTORS.SCHOOL_STAFF, 'once'))).toEqual(['CONFLICT']);
    expect(await recorded()).toHaveLength(7);
  });
});

describe('nothing is recorded', () => {
  it.each([
    { what: 'of nobody', input: {}, code: 'BAD_USER_INPUT' },
    {
      what: 'of an id that is none',
      input: { studentIds: ['9900000001'] },
      code: 'BAD_USER_INPUT',
    },
    { what: 'of too many at once', input: { studentIds: someone(501) }, code: 'BAD_USER_INPUT' },
    { what: 'of fewer than none', input: { headcount: -1 }, code: 'BAD_USER_INPUT' },
    { what: 'for no event', input: { eventId: randomUUID(), headcount: 6 }, code: 'NOT_FOUND' },
  ])('$what', async ({ input, code }) => {
    expect(refusalsOf(await record(input))).toEqual([code]);
    expect(await recorded()).toEqual([]);
  });

  it('before the day of the event, in Massachusetts', async () => {
    event = await shadowDay({ start_date: '2026-10-06' });
    const input = { eventId: event, studentIds: someone(1) };
    const at = (moment: string) =>
      graph.ask(RECORD, { as: ACTORS.SCHOOL_STAFF, at: new Date(moment), key: null, input });
    expect(refusalsOf(await at('2026-10-06T03:59:59Z'))).toEqual(['RULE_VIOLATED EVENT_NOT_YET']);
    expect((await at('2026-10-06T04:00:00Z')).errors).toBeUndefined();
  });

  it('of students at an event for teachers', async () => {
    event = await shadowDay({ type: 'TEACHER_EXTERNSHIP' });
    expect(refusalsOf(await record({ studentIds: someone(1) }))).toEqual([
      'RULE_VIOLATED EVENT_NOT_FOR_STUDENTS',
    ]);
  });

  it.each(['STUDENT', 'FAMILY', 'PARTNER', 'STATE', 'ADMIN'] as const)('by %s', async (role) => {
    expect(refusalsOf(await record({ headcount: 9 }, ACTORS[role]))).toEqual(['FORBIDDEN']);
  });

  it('by an employer, by staff without a scope, or by who is not signed in', async () => {
    expect(refusalsOf(await record({ headcount: 9 }, employerAt(randomUUID())))).toEqual([
      'FORBIDDEN',
    ]);
    const nowhere = { ...ACTORS.SCHOOL_STAFF, schools: [] };
    expect(refusalsOf(await record({ headcount: 9 }, nowhere))).toEqual(['FORBIDDEN']);
    expect(refusalsOf(await record({ headcount: 9 }, ACTORS.PUBLIC))).toEqual(['UNAUTHENTICATED']);
  });

  it('that can be read here: this subgraph has no student', async () => {
    const { data } = await graph.ask('{ __type(name: "Student") { name } }');
    expect(data).toEqual({ __type: null });
  });
});

describe('fifty at once', () => {
  it('who record the same students record each once', async () => {
    const students = someone(8);
    const answers = await Promise.all(FIFTY.map(() => record({ studentIds: students })));
    expect(outcomesOf(answers)).toEqual({ done: 50 });
    expect(await recorded()).toHaveLength(8);
    expect(await facts()).toHaveLength(8);
  });

  it('who record one student each count all fifty', async () => {
    const answers = await Promise.all(FIFTY.map(() => record({ studentIds: someone(1) })));
    expect(outcomesOf(answers)).toEqual({ done: 50 });
    const [row] = await graph.rows('select attendance from career_event where id = $1', [event]);
    expect(row?.attendance).toBe(50);
  });
});
