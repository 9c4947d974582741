import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOLLOWERS } from '../../../subgraphs/students-and-mycap/following.ts';
import { makeActivity, makePlan } from '../../support/make-students.ts';
import type { SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { enrolled, rows, SCHOOL, startStudents } from './support/students.ts';

let graph: SubgraphUnderTest;
let student: string;
beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  ({ student } = await enrolled(graph));
});

/** Tells facts of one topic as the feed does: in one transaction. */
async function tell(topic: string, facts: readonly { key: string; body: unknown }[]) {
  const apply = FOLLOWERS.flatMap(({ topics }) => Object.entries(topics)).find(
    ([name]) => name === topic,
  )?.[1];
  if (!apply) throw new Error(`Nobody follows "${topic}".`);
  const client = await graph.database.pool.connect();
  try {
    await client.query('begin');
    await apply(
      client,
      facts.map((fact) => ({ topic, ...fact })),
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

const told = async (key: string) =>
  (await rows(graph, `select body from change where topic = 'student' and key = $1`, [key]))[0]
    ?.body as Record<string, unknown>;

describe('a school', () => {
  const school = (fixed: object = {}) => ({
    deseCode: SCHOOL,
    districtCode: '90350000',
    name: 'Told School',
    town: 'Boston',
    boardCode: 'BOSTON',
    grades: [9, 10, 11, 12],
    highSchool: true,
    tier: 'PARTNER',
    closed: false,
    partnerFiscalYears: [2027],
    ...fixed,
  });
  const kept = () => rows(graph, 'select * from school_ref where dese_code = $1', [SCHOOL]);

  it('is kept as it was told last, however often it is told', async () => {
    const fact = { key: SCHOOL, body: school({ grades: [9, 10], closed: true }) };
    await tell('school', [fact]);
    const once = await kept();
    expect(once).toEqual([
      {
        dese_code: SCHOOL,
        name: 'Told School',
        board_code: 'BOSTON',
        grades: [9, 10],
        closed: true,
      },
    ]);
    await tell('school', [fact]);
    expect(await kept()).toEqual(once);
    await tell('school', [{ key: SCHOOL, body: school() }]);
  });

  it('that has another board takes its students there, and tells others of it', async () => {
    await tell('school', [{ key: SCHOOL, body: school({ boardCode: 'CENTRAL' }) }]);
    expect(await rows(graph, 'select board_code from student where id = $1', [student])).toEqual([
      { board_code: 'CENTRAL' },
    ]);
    expect(await told(student)).toMatchObject({ boardCode: 'CENTRAL', schoolCode: SCHOOL });
    await tell('school', [{ key: SCHOOL, body: school() }]);
  });

  it('that is gone is unknown', async () => {
    await tell('school', [{ key: SCHOOL, body: null }]);
    expect(await kept()).toEqual([]);
    await tell('school', [{ key: SCHOOL, body: school() }]);
  });
});

it('a program is kept as it was told last, and forgotten when it is gone', async () => {
  const [id, credential] = [randomUUID(), randomUUID()];
  const body = { id, schoolCode: SCHOOL, type: 'CHAPTER_74', title: 'Carpentry', cipCode: null };
  const kept = () =>
    rows(graph, 'select title, credential_ids from program_ref where id = $1', [id]);
  await tell('program', [{ key: id, body: { ...body, credentialIds: [] } }]);
  await tell('program', [{ key: id, body: { ...body, credentialIds: [credential] } }]);
  expect(await kept()).toEqual([{ title: 'Carpentry', credential_ids: [credential] }]);
  await tell('program', [{ key: id, body: null }]);
  expect(await kept()).toEqual([]);
});

it('an experience is the last placement of a student, and whether there was one', async () => {
  const kept = () =>
    rows(graph, 'select last_placement_start::text as last, placed from student where id = $1', [
      student,
    ]);
  const body = { studentId: student, lastPlacementStart: '2026-07-06', placedAtSites: false };
  const stranger = { ...body, studentId: randomUUID() };
  await tell('experience', [
    { key: student, body },
    { key: stranger.studentId, body: stranger },
  ]);
  expect(await kept()).toEqual([{ last: '2026-07-06', placed: true }]);
  await tell('experience', [{ key: student, body: null }]);
  expect(await kept()).toEqual([{ last: null, placed: false }]);
});

describe('attendance at an event', () => {
  let plan: string;
  let event: string;
  beforeEach(async () => {
    plan = await makePlan(graph.database, student);
    event = randomUUID();
  });

  const fact = (fixed: object = {}) => ({
    key: `${event}:${student}`,
    body: {
      eventId: event,
      studentId: student,
      activityType: 'JOB_SHADOW',
      date: '2026-03-02',
      recordedBy: 'employer',
      scope: { schools: [SCHOOL] },
      ...fixed,
    },
  });
  const recorded = () =>
    rows(
      graph,
      `select type, stage, date::text, event_id, recorded_by from career_activity where plan_id = $1`,
      [plan],
    );

  it('becomes an activity of the plan, in the stage of the chart, once', async () => {
    await tell('attendance', [fact()]);
    await tell('attendance', [fact()]);
    expect(await recorded()).toEqual([
      {
        type: 'JOB_SHADOW',
        stage: 'CAREER_EXPLORATION',
        date: '2026-03-02',
        event_id: event,
        recorded_by: 'employer',
      },
    ]);
  });

  it.each([
    { what: 'the district', scope: { district: '90350000' }, found: 1 },
    { what: 'the board', scope: { board: 'BOSTON' }, found: 1 },
    { what: 'another school', scope: { schools: ['90350020'] }, found: 0 },
    { what: 'another district', scope: { district: '90360000' }, found: 0 },
    { what: 'another board', scope: { board: 'CENTRAL' }, found: 0 },
    { what: 'nobody', scope: {}, found: 0 },
  ])('told by who speaks for $what is $found activities', async ({ scope, found }) => {
    await tell('attendance', [fact({ scope })]);
    expect(await recorded()).toHaveLength(found);
  });

  it.each([
    { what: 'on the first day of the plan', date: '2025-09-03', found: 1 },
    { what: 'before the plan', date: '2025-09-02', found: 0 },
    { what: 'before the student came', date: '2024-08-31', found: 0 },
  ])('$what is $found activities', async ({ date, found }) => {
    await tell('attendance', [fact({ date })]);
    expect(await recorded()).toHaveLength(found);
  });

  it('of a kind that the chart does not have is none', async () => {
    await tell('attendance', [fact({ activityType: 'NAPPING' })]);
    expect(await recorded()).toEqual([]);
  });

  it('that stands on the plan already stays what the student recorded', async () => {
    await makeActivity(graph.database, plan, { event_id: event, recorded_by: 'student' });
    await tell('attendance', [fact()]);
    expect(await recorded()).toMatchObject([{ recorded_by: 'student' }]);
    await tell('attendance', [{ ...fact(), body: null }]);
    expect(await recorded()).toMatchObject([{ recorded_by: 'student' }]);
  });

  it('that was corrected, or taken back, is so on the plan', async () => {
    await tell('attendance', [fact()]);
    await tell('attendance', [fact({ activityType: 'CAREER_DAY' })]);
    expect(await recorded()).toMatchObject([{ type: 'CAREER_DAY', stage: 'CAREER_AWARENESS' }]);
    await tell('attendance', [{ ...fact(), body: null }]);
    expect(await recorded()).toEqual([]);
  });

  it('waits for the plan where there is none yet', async () => {
    await rows(graph, 'update my_cap_plan set open_for = null where id = $1', [plan]);
    await tell('attendance', [fact()]);
    expect(await recorded()).toEqual([]);
    const start = `mutation ($input: StartMyCapInput!) {
      startMyCap(input: $input) { plan { activities { type event { id } } } }
    }`;
    const input = { studentId: student, stage: 'CAREER_EXPLORATION', openedOn: '2026-01-02' };
    const as = { subject: 's', role: 'STUDENT', students: [student] } as const;
    expect((await graph.ask(start, { as, input })).data).toEqual({
      startMyCap: { plan: { activities: [{ type: 'JOB_SHADOW', event: { id: event } }] } },
    });
  });
});
