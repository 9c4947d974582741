import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { makeGoal, makeMilestone, makePlan } from '../../support/make-students.ts';
import { codesOf, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { enrolled, FIFTY, refusals, rows, startStudents } from './support/students.ts';

const PLAN = `plan { id status currentStage furthestStage openedOn localName version
  stageHistory { from to reason recordedBy } }`;
const START = `mutation ($input: StartMyCapInput!) {
  startMyCap(input: $input) { ${PLAN} findings { rule stage message } }
}`;
const STAGE = `mutation ($input: RecordStageInput!) {
  recordStage(input: $input) { ${PLAN} findings { rule message } }
}`;
const GOAL = `mutation ($input: SetGoalInput!) {
  setGoal(input: $input) { goal { id domain text targetDate status targetSoc version } }
}`;
const MILESTONE = `mutation ($input: PlanMilestoneInput!) {
  planMilestone(input: $input) { milestone { id domain grade title status virtual } }
}`;
const COMPLETE = `mutation ($input: CompleteMilestoneInput!) {
  completeMilestone(input: $input) {
    milestone { status completedOn completedWhere virtual artifactUrl }
  }
}`;
const REVIEW = `mutation ($input: ReviewWithFamilyInput!) {
  reviewWithFamily(input: $input) { plan { reviewedWithFamilyOn version } }
}`;
const UPDATE = `mutation ($input: UpdateMyCapInput!) {
  updateMyCap(input: $input) { plan { status massCoreOnTrack fafsaCompleted localName version } }
}`;

let graph: SubgraphUnderTest;
let student: string;
let actors: Readonly<Record<Role, Actor>>;
let plan: string;

beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  ({ student, actors } = await enrolled(graph));
  plan = await makePlan(graph.database, student, {
    current_stage: 'CAREER_EXPLORATION',
    furthest_stage: 'CAREER_EXPLORATION',
  });
});

const write = (query: string, role: Role, input: object) =>
  graph.ask(query, { as: actors[role], input });
const onPlan = (query: string, role: Role) => (input: object) =>
  write(query, role, { studentId: student, ...input });

const READING: readonly Role[] = ['BOARD_STAFF'];
const BLIND = ['PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const;

describe('every mutation of a plan', () => {
  const goal = { domain: 'CAREER_DEVELOPMENT', text: 'A goal.' };
  const milestone = { domain: 'CAREER_DEVELOPMENT', grade: 11, title: 'A task.' };
  const MUTATIONS = [
    { name: 'startMyCap', query: START, input: { stage: 'SELF_DISCOVERY' }, not: ['FAMILY'] },
    {
      name: 'recordStage',
      query: STAGE,
      input: { stage: 'CAREER_IMMERSION' },
      not: ['FAMILY', 'STUDENT'],
    },
    { name: 'setGoal', query: GOAL, input: goal, not: ['FAMILY'] },
    { name: 'planMilestone', query: MILESTONE, input: milestone, not: ['FAMILY'] },
    { name: 'reviewWithFamily', query: REVIEW, input: {}, not: ['STUDENT'] },
    {
      name: 'updateMyCap',
      query: UPDATE,
      input: { expectedVersion: 1 },
      not: ['FAMILY', 'STUDENT'],
    },
  ] as const;

  it.each(MUTATIONS)(
    '$name is refused to who may only read, and hides the student from who may not',
    async ({ query, input, not }) => {
      for (const role of [...not, ...READING])
        expect([role, codesOf(await onPlan(query, role)(input))]).toEqual([role, ['FORBIDDEN']]);
      for (const role of BLIND)
        expect([role, codesOf(await onPlan(query, role)(input))]).toEqual([role, ['NOT_FOUND']]);
      expect(codesOf(await onPlan(query, 'PUBLIC')(input))).toEqual(['UNAUTHENTICATED']);
    },
  );

  it.each(MUTATIONS.slice(1))('$name needs an open plan', async ({ query, input }) => {
    await rows(graph, 'update my_cap_plan set open_for = null where id = $1', [plan]);
    expect(refusals(await onPlan(query, 'SCHOOL_STAFF')(input))).toEqual(['NO_OPEN_PLAN']);
  });
});

describe('a plan', () => {
  beforeEach(async () => {
    await rows(graph, 'update my_cap_plan set open_for = null where id = $1', [plan]);
  });

  it('is started by the student, in a stage that is recorded', async () => {
    const input = { stage: 'CAREER_EXPLORATION', localName: 'Individualized Student Success Plan' };
    const { data, errors } = await onPlan(START, 'STUDENT')(input);
    expect(errors).toBeUndefined();
    expect(data?.startMyCap).toMatchObject({
      plan: {
        status: 'NOT_STARTED',
        currentStage: 'CAREER_EXPLORATION',
        furthestStage: 'CAREER_EXPLORATION',
        openedOn: '2026-10-05',
        localName: 'Individualized Student Success Plan',
        version: 1,
        stageHistory: [
          { from: null, to: 'CAREER_EXPLORATION', reason: null, recordedBy: 'student' },
        ],
      },
      findings: [
        {
          rule: 'STAGE_OUT_OF_BAND',
          stage: 'CAREER_EXPLORATION',
          message: 'CAREER_EXPLORATION is typical of grades 8 to 10; the student is in grade 11.',
        },
      ],
    });
  });

  it.each(['SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)('is started by %s', async (role) => {
    const { data } = await onPlan(START, role)({ stage: 'CAREER_IMMERSION' });
    expect(data?.startMyCap).toMatchObject({ findings: [], plan: { version: 1 } });
  });

  it('is one, though fifty start it at once', async () => {
    const start = () => onPlan(START, 'STUDENT')({ stage: 'CAREER_IMMERSION' });
    const refused = (await Promise.all(FIFTY.map(start))).flatMap(refusals);
    expect(refused).toHaveLength(49);
    expect(new Set(refused)).toEqual(new Set(['ONE_OPEN_PLAN']));
    const sql = 'select id from my_cap_plan where open_for = $1';
    expect(await rows(graph, sql, [student])).toHaveLength(1);
  });

  it.each([
    { what: 'tomorrow', input: { openedOn: '2026-10-06' }, rule: 'PLAN_DATE' },
    { what: 'before they were born', input: { openedOn: '2009-11-29' }, rule: 'PLAN_DATE' },
    { what: 'without a stage', input: { stage: null }, rule: 'BAD_USER_INPUT' },
    { what: 'with an advisor who cannot be', input: { advisorId: 'x' }, rule: 'BAD_USER_INPUT' },
    { what: 'with a blank name', input: { localName: ' ' }, rule: 'BAD_USER_INPUT' },
  ])('is not started $what: $rule', async ({ input, rule }) => {
    const answer = await onPlan(START, 'STUDENT')({ stage: 'SELF_DISCOVERY', ...input });
    expect(refusals(answer)).toEqual([rule]);
  });

  it('is not started for who has left', async () => {
    await rows(graph, `update student set enrollment_status = 'WITHDRAWN' where id = $1`, [
      student,
    ]);
    const answer = await onPlan(START, 'STUDENT')({ stage: 'SELF_DISCOVERY' });
    expect(refusals(answer)).toEqual(['NOT_ENROLLED']);
  });
});

it('a second plan is not opened', async () => {
  const answer = await onPlan(START, 'STUDENT')({ stage: 'SELF_DISCOVERY' });
  expect(refusals(answer)).toEqual(['ONE_OPEN_PLAN']);
});

describe('a stage', () => {
  const record = onPlan.bind(null, STAGE, 'SCHOOL_STAFF');

  it('moves forward', async () => {
    const { data } = await record()({ stage: 'CAREER_IMMERSION', expectedVersion: 1 });
    expect(data?.recordStage).toMatchObject({
      plan: {
        currentStage: 'CAREER_IMMERSION',
        furthestStage: 'CAREER_IMMERSION',
        version: 2,
        stageHistory: [
          { from: 'CAREER_EXPLORATION', to: 'CAREER_IMMERSION', recordedBy: 'school' },
        ],
      },
      findings: [],
    });
  });

  it('moves back with a reason; that it is unusual for the grade is a finding', async () => {
    const { data } = await record()({ stage: 'SELF_DISCOVERY', reason: 'Starts over.' });
    expect(data?.recordStage).toMatchObject({
      plan: { currentStage: 'SELF_DISCOVERY', furthestStage: 'CAREER_EXPLORATION' },
      findings: [{ rule: 'STAGE_OUT_OF_BAND' }],
    });
  });

  it.each([
    {
      what: 'back without a reason',
      input: { stage: 'CAREER_AWARENESS' },
      rule: 'STAGE_REGRESSION_NEEDS_REASON',
    },
    { what: 'nowhere', input: { stage: 'CAREER_EXPLORATION' }, rule: 'STAGE_UNCHANGED' },
    {
      what: 'over the change of another',
      input: { stage: 'CAREER_IMMERSION', expectedVersion: 7 },
      rule: 'CONFLICT',
    },
    {
      what: 'for a blank reason',
      input: { stage: 'CAREER_AWARENESS', reason: ' ' },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'for a long reason',
      input: { stage: 'CAREER_AWARENESS', reason: 'r'.repeat(1_001) },
      rule: 'BAD_USER_INPUT',
    },
  ])('does not move $what: $rule', async ({ input, rule }) => {
    expect(refusals(await record()(input))).toEqual([rule]);
  });

  it('moves once, though fifty record it at once', async () => {
    const answers = await Promise.all(FIFTY.map(() => record()({ stage: 'CAREER_IMMERSION' })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const sql = 'select id from stage_transition where plan_id = $1';
    expect(await rows(graph, sql, [plan])).toHaveLength(1);
  });
});

describe('a goal', () => {
  const set = onPlan.bind(null, GOAL, 'STUDENT');
  const NEW = { domain: 'CAREER_DEVELOPMENT', text: 'Become a nurse.', targetSoc: '29-1141' };

  it('is set, and changed by who has read it', async () => {
    const { data } = await set()(NEW);
    const payload = data?.setGoal as { goal: { id: string } };
    const { goal } = payload;
    expect(goal).toMatchObject({ ...NEW, status: 'PLANNED', targetDate: null, version: 1 });
    const change = { goalId: goal.id, expectedVersion: 1, status: 'COMPLETED' };
    expect((await set()(change)).data?.setGoal).toEqual({
      goal: { ...goal, status: 'COMPLETED', version: 2 },
    });
    expect(refusals(await set()(change))).toEqual(['CONFLICT']);
  });

  it('says which version it has, and which was expected', async () => {
    const goalId = await makeGoal(graph.database, plan, { version: 3 });
    const { errors } = await set()({ goalId, expectedVersion: 2, text: 'Other.' });
    expect(errors?.[0]?.message).toBe(
      'The goal has version 3, not 2: somebody changed it. Read it again.',
    );
  });

  it.each([
    { what: 'without a text', input: { text: null } },
    { what: 'without a domain', input: { domain: null } },
    { what: 'with a blank text', input: { text: '  ' } },
    { what: 'of an occupation that is none', input: { targetSoc: 'nurse' } },
  ])('$what is refused', async ({ input }) => {
    expect(codesOf(await set()({ ...NEW, ...input }))).toEqual(['BAD_USER_INPUT']);
  });

  it('is not changed without the version that was read', async () => {
    const goalId = await makeGoal(graph.database, plan);
    expect(codesOf(await set()({ goalId, text: 'Other.' }))).toEqual(['BAD_USER_INPUT']);
  });

  it('of another plan is not there', async () => {
    const other = await enrolled(graph);
    const theirs = await makeGoal(graph.database, await makePlan(graph.database, other.student));
    for (const goalId of [theirs, randomUUID(), 'x']) {
      const answer = await set()({ goalId, expectedVersion: 1, text: 'Mine.' });
      expect(codesOf(answer)).toEqual(['NOT_FOUND']);
    }
  });
});

describe('a milestone', () => {
  const complete = (input: object, role: Role = 'STUDENT') => write(COMPLETE, role, input);

  it('is planned, and completed where and when it was done', async () => {
    const task = {
      domain: 'SOCIAL_EMOTIONAL',
      grade: 9,
      title: 'Lesson 3: Possible selves',
      virtual: true,
    };
    const { data } = await onPlan(MILESTONE, 'SCHOOL_STAFF')(task);
    const payload = data?.planMilestone as { milestone: { id: string } };
    const { milestone } = payload;
    expect(milestone).toMatchObject({ ...task, status: 'PLANNED' });
    const done = {
      completedOn: '2026-10-05',
      completedWhere: 'AT_HOME',
      artifactUrl: 'https://portfolio.example/lesson-3',
    };
    const answer = await complete({ milestoneId: milestone.id, ...done });
    expect(answer.data?.completeMilestone).toEqual({
      milestone: { status: 'COMPLETED', virtual: true, ...done },
    });
  });

  it.each([
    { what: 'without a day', input: { completedOn: null }, rule: 'COMPLETED_NEEDS_DATE' },
    { what: 'before the plan', input: { completedOn: '2025-09-02' }, rule: 'COMPLETION_DATE' },
    { what: 'tomorrow', input: { completedOn: '2026-10-06' }, rule: 'COMPLETION_DATE' },
    {
      what: 'with a script for an address',
      input: { artifactUrl: 'javascript:alert(1)' },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with an address in clear',
      input: { artifactUrl: 'http://a.example' },
      rule: 'BAD_USER_INPUT',
    },
  ])('is not completed $what: $rule', async ({ input, rule }) => {
    const milestoneId = await makeMilestone(graph.database, plan);
    const answer = await complete({ milestoneId, completedOn: '2026-10-05', ...input });
    expect(refusals(answer)).toEqual([rule]);
  });

  it.each([{ grade: 5 }, { grade: 14 }])('is not planned for grade $grade', async ({ grade }) => {
    const task = { domain: 'ACADEMIC_LEARNING', grade, title: 'A task.' };
    expect(refusals(await onPlan(MILESTONE, 'STUDENT')(task))).toEqual(['GRADE_OUT_OF_RANGE']);
  });

  it('is completed once, though fifty say so at once', async () => {
    const milestoneId = await makeMilestone(graph.database, plan);
    const ask = () => complete({ milestoneId, completedOn: '2026-10-05' });
    const answers = await Promise.all(FIFTY.map(ask));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(refusals(await ask())).toEqual(['MILESTONE_DONE_ALREADY']);
  });

  it('of a closed plan is not completed', async () => {
    const milestoneId = await makeMilestone(graph.database, plan);
    await rows(graph, 'update my_cap_plan set open_for = null where id = $1', [plan]);
    const answer = await complete({ milestoneId, completedOn: '2026-10-05' });
    expect(refusals(answer)).toEqual(['NO_OPEN_PLAN']);
  });

  it('is refused to who may only read, and hidden from who may not', async () => {
    const milestoneId = await makeMilestone(graph.database, plan);
    const input = { milestoneId, completedOn: '2026-10-05' };
    for (const role of ['FAMILY', ...READING] as const)
      expect(codesOf(await complete(input, role))).toEqual(['FORBIDDEN']);
    for (const role of BLIND) expect(codesOf(await complete(input, role))).toEqual(['NOT_FOUND']);
  });
});

describe('a review with the family', () => {
  it.each(['FAMILY', 'SCHOOL_STAFF'] as const)('is recorded by %s', async (role) => {
    const { data } = await onPlan(REVIEW, role)({ expectedVersion: 1 });
    expect(data?.reviewWithFamily).toEqual({
      plan: { reviewedWithFamilyOn: '2026-10-05', version: 2 },
    });
  });

  it.each([
    { what: 'before the plan', input: { reviewedOn: '2025-09-02' }, rule: 'REVIEW_DATE' },
    { what: 'tomorrow', input: { reviewedOn: '2026-10-06' }, rule: 'REVIEW_DATE' },
    { what: 'over the change of another', input: { expectedVersion: 2 }, rule: 'CONFLICT' },
  ])('is not of $what: $rule', async ({ input, rule }) => {
    expect(refusals(await onPlan(REVIEW, 'FAMILY')(input))).toEqual([rule]);
  });

  it('is not before the review before it', async () => {
    await onPlan(REVIEW, 'FAMILY')({ reviewedOn: '2026-10-02' });
    const answer = await onPlan(REVIEW, 'FAMILY')({ reviewedOn: '2026-10-01' });
    expect(refusals(answer)).toEqual(['REVIEW_DATE']);
  });
});

describe('what staff know of a plan', () => {
  it('is noted, and the rest stays', async () => {
    const update = onPlan(UPDATE, 'SCHOOL_STAFF');
    const { data } = await update({ expectedVersion: 1, fafsaCompleted: true });
    expect(data?.updateMyCap).toEqual({
      plan: {
        status: 'IN_PROGRESS',
        massCoreOnTrack: true,
        fafsaCompleted: true,
        localName: null,
        version: 2,
      },
    });
    expect(refusals(await update({ expectedVersion: 1, status: 'ON_TRACK' }))).toEqual([
      'CONFLICT',
    ]);
  });

  it.each([{ advisorId: 'x' }, { localName: 'n'.repeat(201) }])('is not %j', async (input) => {
    const answer = await onPlan(UPDATE, 'SCHOOL_STAFF')({ expectedVersion: 1, ...input });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});
