import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { makePathway, makeProgramRef } from '../../support/make-students.ts';
import { codesOf, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import {
  enrolled,
  FIFTY,
  refusals,
  rows,
  SECOND_SCHOOL,
  startStudents,
} from './support/students.ts';

const ENROLL = `mutation ($input: EnrollInPathwayInput!) {
  enrollInPathway(input: $input) { student { pathway {
    program { id } since concentrator technicalCoursesCompleted advancedCoursesCompleted stateCode
  } } }
}`;
const EARN = `mutation ($input: EarnCredentialInput!) {
  earnCredential(input: $input) { credential { credential { id } earnedOn hoursTowardIt } }
}`;
const LICENSE = randomUUID();

let graph: SubgraphUnderTest;
let student: string;
let actors: Readonly<Record<Role, Actor>>;
const programs: Record<string, string> = {};

beforeAll(async () => {
  graph = await startStudents();
  const { database } = graph;
  programs.vocational = await makeProgramRef(database, { credential_ids: [LICENSE] });
  programs.college = await makeProgramRef(database, { type: 'EARLY_COLLEGE' });
  programs.icp = await makeProgramRef(database, { type: 'INNOVATION_CAREER_PATHWAY' });
  programs.both = await makeProgramRef(database, { type: 'EARLY_COLLEGE_AND_ICP' });
  programs.elsewhere = await makeProgramRef(database, { school_code: SECOND_SCHOOL });
});
afterAll(() => graph.stop());
beforeEach(async () => {
  ({ student, actors } = await enrolled(graph));
});

const enroll = (program: string, input: object = {}, role: Role = 'SCHOOL_STAFF') =>
  graph.ask(ENROLL, {
    as: actors[role],
    input: { studentId: student, programId: programs[program] ?? program, ...input },
  });
const earn = (input: object = {}, role: Role = 'SCHOOL_STAFF') =>
  graph.ask(EARN, {
    as: actors[role],
    input: { studentId: student, credentialId: LICENSE, ...input },
  });

describe('a pathway', () => {
  it('is taken up at the own school; two technical courses make a concentrator', async () => {
    const { data } = await enroll('vocational', {
      since: '2026-09-01',
      technicalCoursesCompleted: 1,
    });
    const pathway = {
      program: { id: programs.vocational },
      since: '2026-09-01',
      concentrator: false,
      technicalCoursesCompleted: 1,
      advancedCoursesCompleted: 0,
      stateCode: null,
    };
    expect(data?.enrollInPathway).toEqual({ student: { pathway } });
    const more = await enroll('vocational', { technicalCoursesCompleted: 2 });
    expect(more.data?.enrollInPathway).toEqual({
      student: { pathway: { ...pathway, concentrator: true, technicalCoursesCompleted: 2 } },
    });
  });

  it('of Early College and ICP at once is one program, with the code 04', async () => {
    await enroll('college', { since: '2025-09-03' });
    expect(refusals(await enroll('icp'))).toEqual(['PATHWAYS_COMBINE']);
    const { data } = await enroll('both');
    expect(data?.enrollInPathway).toMatchObject({ student: { pathway: { stateCode: '04' } } });
  });

  it('is left for another one by saying so, and its courses stay behind', async () => {
    await enroll('college', { since: '2025-09-03', technicalCoursesCompleted: 3 });
    const { data } = await enroll('icp', { leavesPresentProgram: true });
    expect(data?.enrollInPathway).toMatchObject({
      student: { pathway: { program: { id: programs.icp }, technicalCoursesCompleted: 0 } },
    });
  });

  it.each([
    {
      what: "another school's",
      program: 'elsewhere',
      input: {},
      rule: 'PROGRAM_AT_ANOTHER_SCHOOL',
    },
    { what: 'unknown', program: randomUUID(), input: {}, rule: 'PROGRAM_UNKNOWN' },
    { what: 'impossible', program: 'x', input: {}, rule: 'PROGRAM_UNKNOWN' },
    { what: 'of tomorrow', program: 'icp', input: { since: '2026-10-06' }, rule: 'PATHWAY_DATE' },
    {
      what: 'with -1 courses',
      program: 'icp',
      input: { technicalCoursesCompleted: -1 },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with 41 courses',
      program: 'icp',
      input: { advancedCoursesCompleted: 41 },
      rule: 'BAD_USER_INPUT',
    },
  ])('that is $what is refused: $rule', async ({ program, input, rule }) => {
    expect(refusals(await enroll(program, input))).toEqual([rule]);
  });

  it('loses no courses, and does not begin before it began', async () => {
    await enroll('vocational', { since: '2025-09-03', technicalCoursesCompleted: 2 });
    const fewer = await enroll('vocational', { technicalCoursesCompleted: 1 });
    expect(refusals(fewer)).toEqual(['COURSES_LOST']);
    expect(refusals(await enroll('icp', { since: '2025-09-02' }))).toEqual(['PATHWAY_DATE']);
  });

  it('is one, though fifty take it up at once', async () => {
    const answers = await Promise.all(FIFTY.map(() => enroll('vocational')));
    expect(answers.some(({ errors }) => !errors)).toBe(true);
    expect(answers.flatMap(refusals).every((code) => code === 'CONFLICT')).toBe(true);
    const sql = 'select program_id from pathway_enrollment where student_id = $1';
    expect(await rows(graph, sql, [student])).toHaveLength(1);
  });

  it.each([
    { role: 'STUDENT', code: 'FORBIDDEN' },
    { role: 'FAMILY', code: 'FORBIDDEN' },
    { role: 'BOARD_STAFF', code: 'FORBIDDEN' },
    { role: 'EMPLOYER', code: 'NOT_FOUND' },
    { role: 'PUBLIC', code: 'UNAUTHENTICATED' },
  ] as const)('and a credential are not for $role to record: $code', async ({ role, code }) => {
    expect(codesOf(await enroll('vocational', {}, role))).toEqual([code]);
    expect(codesOf(await earn({}, role))).toEqual([code]);
  });
});

describe('a credential', () => {
  beforeEach(() =>
    makePathway(graph.database, student, { program_id: programs.vocational, since: '2025-09-03' }),
  );

  it('of the program is earned, with the hours toward it', async () => {
    expect(
      (await earn({ earnedOn: '2025-09-03', hoursTowardIt: 75.5 })).data?.earnCredential,
    ).toEqual({
      credential: { credential: { id: LICENSE }, earnedOn: '2025-09-03', hoursTowardIt: 75.5 },
    });
    const query = 'query ($id: ID!) { student(id: $id) { credentials { credential { id } } } }';
    expect((await graph.ask(query, { as: actors.STUDENT, id: student })).data).toEqual({
      student: { credentials: [{ credential: { id: LICENSE } }] },
    });
  });

  it.each([
    {
      what: 'of another program',
      input: { credentialId: randomUUID() },
      rule: 'CREDENTIAL_NOT_IN_PROGRAM',
    },
    { what: 'before the program', input: { earnedOn: '2025-09-02' }, rule: 'CREDENTIAL_DATE' },
    { what: 'tomorrow', input: { earnedOn: '2026-10-06' }, rule: 'CREDENTIAL_DATE' },
    { what: 'that cannot be', input: { credentialId: 'x' }, rule: 'BAD_USER_INPUT' },
    { what: 'in fewer than no hours', input: { hoursTowardIt: -1 }, rule: 'BAD_USER_INPUT' },
  ])('$what is not earned: $rule', async ({ input, rule }) => {
    expect(refusals(await earn(input))).toEqual([rule]);
  });

  it('is earned once, though fifty say so at once', async () => {
    const answers = await Promise.all(FIFTY.map(() => earn()));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(new Set(answers.flatMap(refusals))).toEqual(new Set(['CREDENTIAL_EARNED_ALREADY']));
  });

  it('is not earned outside a program', async () => {
    await rows(graph, 'delete from pathway_enrollment where student_id = $1', [student]);
    expect(refusals(await earn())).toEqual(['NO_PATHWAY']);
  });
});
