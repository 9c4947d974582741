import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { createStudentsAndMyCap } from '../../../subgraphs/students-and-mycap/subgraph.ts';
import {
  makeActivity,
  makeGoal,
  makeMilestone,
  makePathway,
  makePlan,
  makeStudent,
  makeTransition,
} from '../../support/make-students.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const EVERYTHING = `query { me {
  id sasid lasid displayName dateOfBirth grade school { deseCode } groups
  pathway { program { id } since concentrator technicalCoursesCompleted advancedCoursesCompleted }
  myCap {
    id student { id } status currentStage furthestStage advisor { id }
    goals { id domain text targetDate status targetSoc }
    milestones { id domain grade title status completedOn artifactUrl }
    activities { id type stage date event { id } reflection }
    stageHistory { from to at reason recordedBy }
    massCoreOnTrack fafsaCompleted reviewedWithFamilyOn
  }
} }`;

let graph: SubgraphUnderTest;
let nia: string;
let plan: string;
let bare: string;
const of = (role: 'STUDENT' | 'FAMILY', ...students: string[]): Actor => ({
  subject: 'somebody',
  role,
  students,
});

beforeAll(async () => {
  graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
  const { database } = graph;
  nia = await makeStudent(database, { sasid: '9900009999' });
  bare = await makeStudent(database, { lasid: null, groups: [] });
  await makePathway(database, nia, { program_id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a07' });
  plan = await makePlan(database, nia, { advisor_id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a08' });
});
afterAll(() => graph.stop());

describe('"me"', () => {
  it('is the whole record of the student who is signed in, in one statement', async () => {
    const { database } = graph;
    const goal = await makeGoal(database, plan);
    const later = await makeMilestone(database, plan, {
      grade: 12,
      status: 'COMPLETED',
      completed_on: '2026-10-01',
      artifact_url: 'https://demo.example/resume',
    });
    const earlier = await makeMilestone(database, plan, { domain: 'ACADEMIC_LEARNING', grade: 9 });
    const [second, first] = [
      await makeActivity(database, plan, { date: '2026-05-01', reflection: null }),
      await makeActivity(database, plan, { event_id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a09' }),
    ];
    await makeTransition(database, plan, {
      from_stage: 'SELF_DISCOVERY',
      to_stage: 'CAREER_AWARENESS',
      at: '2026-01-10T15:00:00Z',
      reason: 'A new interest.',
    });
    await makeTransition(database, plan);

    const { statements, ...answer } = await graph.count(EVERYTHING, { as: of('STUDENT', nia) });
    expect(answer).toEqual({
      data: {
        me: {
          id: nia,
          sasid: '9900009999',
          lasid: 'L-1',
          displayName: 'Nia Example',
          dateOfBirth: '2009-11-30',
          grade: 11,
          school: { deseCode: '90350010' },
          groups: ['LOW_INCOME', 'HIGH_NEEDS'],
          pathway: {
            program: { id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a07' },
            since: '2025-09-03',
            concentrator: false,
            technicalCoursesCompleted: 1,
            advancedCoursesCompleted: 0,
          },
          myCap: {
            id: plan,
            student: { id: nia },
            status: 'IN_PROGRESS',
            currentStage: 'CAREER_EXPLORATION',
            furthestStage: 'CAREER_IMMERSION',
            advisor: { id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a08' },
            goals: [
              {
                id: goal,
                domain: 'CAREER_DEVELOPMENT',
                text: 'Find out what a nurse does.',
                targetDate: '2027-06-30',
                status: 'IN_PROGRESS',
                targetSoc: '29-1141',
              },
            ],
            milestones: [
              {
                id: earlier,
                domain: 'ACADEMIC_LEARNING',
                grade: 9,
                title: 'Write a resume.',
                status: 'PLANNED',
                completedOn: null,
                artifactUrl: null,
              },
              {
                id: later,
                domain: 'CAREER_DEVELOPMENT',
                grade: 12,
                title: 'Write a resume.',
                status: 'COMPLETED',
                completedOn: '2026-10-01',
                artifactUrl: 'https://demo.example/resume',
              },
            ],
            activities: [
              {
                id: first,
                type: 'JOB_SHADOW',
                stage: 'CAREER_EXPLORATION',
                date: '2026-03-02',
                event: { id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a09' },
                reflection: 'They never sit down.',
              },
              {
                id: second,
                type: 'JOB_SHADOW',
                stage: 'CAREER_EXPLORATION',
                date: '2026-05-01',
                event: null,
                reflection: null,
              },
            ],
            stageHistory: [
              {
                from: null,
                to: 'SELF_DISCOVERY',
                at: '2025-09-03T12:00:00.000Z',
                reason: null,
                recordedBy: 'counselor',
              },
              {
                from: 'SELF_DISCOVERY',
                to: 'CAREER_AWARENESS',
                at: '2026-01-10T15:00:00.000Z',
                reason: 'A new interest.',
                recordedBy: 'counselor',
              },
            ],
            massCoreOnTrack: true,
            fafsaCompleted: false,
            reviewedWithFamilyOn: null,
          },
        },
      },
    });
    expect(statements).toBe(1);
  });

  it('of a student without a plan or a pathway has null there', async () => {
    const { data, errors } = await graph.ask(EVERYTHING, { as: of('STUDENT', bare) });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ me: { id: bare, groups: [], pathway: null, myCap: null } });
  });

  it.each([
    { who: 'a parent', students: () => [nia, bare], expected: () => ({ id: nia }) },
    { who: 'a parent of no child here', students: () => [randomUUID()], expected: () => null },
    { who: 'a parent of nobody', students: () => [], expected: () => null },
  ])('for $who is the first of their children', async ({ students, expected }) => {
    const answer = await graph.ask('{ me { id } }', { as: of('FAMILY', ...students()) });
    expect(answer).toEqual({ data: { me: expected() } });
  });

  it('is nobody for staff', async () => {
    const as: Actor = { subject: 's', role: 'SCHOOL_STAFF', schools: ['90350010'] };
    expect(await graph.ask('{ me { id } }', { as })).toEqual({ data: { me: null } });
  });

  it('asks who is not signed in to sign in', async () => {
    const answer = await graph.ask('{ me { id } }');
    expect(answer.data).toEqual({ me: null });
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('the parts of a plan', () => {
  it('are narrowed by their arguments, and asked twice are still right', async () => {
    const query = `{ me { myCap {
      ninth: milestones(grade: 9) { grade }
      career: milestones(domain: CAREER_DEVELOPMENT) { grade }
      exploring: activities(stage: CAREER_EXPLORATION) { stage }
      immersed: activities(stage: CAREER_IMMERSION) { stage }
    } } }`;
    const { data, errors } = await graph.ask(query, { as: of('STUDENT', nia) });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      me: {
        myCap: {
          ninth: [{ grade: 9 }],
          career: [{ grade: 12 }],
          exploring: [{ stage: 'CAREER_EXPLORATION' }, { stage: 'CAREER_EXPLORATION' }],
          immersed: [],
        },
      },
    });
  });

  it('of a hundred students, asked twice with other arguments, are no statement each', async () => {
    const { database } = graph;
    const ids: string[] = [];
    for (let n = 0; n < 100; n++) {
      const id = await makeStudent(database, { school_code: '90350077' });
      const own = await makePlan(database, id);
      await makeMilestone(database, own, { grade: 9 });
      ids.push(id);
    }
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Student {
      myCap { ninth: milestones(grade: 9) { grade } tenth: milestones(grade: 10) { grade } }
    } } }`;
    const { data, statements } = await graph.count(query, {
      as: of('FAMILY', ...ids),
      keys: representations('Student', 'id', ids),
    });
    const each = { myCap: { ninth: [{ grade: 9 }], tenth: [] } };
    expect(data).toEqual({ _entities: ids.map(() => each) });
    expect(statements).toBeLessThanOrEqual(2);
  });
});
