import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  makeConsent,
  makeEnrollment,
  makeGoal,
  makePathway,
  makePlan,
  makeStudent,
} from '../../support/make-students.ts';
import type { SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { rows, SCHOOL, startStudents } from './support/students.ts';

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());

const facts = () =>
  rows(graph, `select key, body, position from change where topic = 'student' order by key`);
const told = async (key: string) => (await facts()).find((fact) => fact.key === key);

it('others are told of a student what they follow, and no name, SASID or support', async () => {
  const { database } = graph;
  const program = randomUUID();
  const student = await makeStudent(database);
  await makeEnrollment(database, student);
  const plan = await makePlan(database, student);
  const goal = await makeGoal(database, plan);
  const done = await makeGoal(database, plan, { status: 'COMPLETED', target_soc: '15-1232' });
  await makePathway(database, student, { program_id: program });
  const consent = await makeConsent(database, student);
  expect((await told(student))?.body).toEqual({
    id: student,
    schoolCode: SCHOOL,
    boardCode: 'BOSTON',
    grade: 11,
    bornOn: '2009-11-30',
    cohort: 2028,
    enrollmentStatus: 'ENROLLED',
    graduatedOn: null,
    concentrator: false,
    programId: program,
    groups: ['LOW_INCOME', 'HIGH_NEEDS'],
    currentStage: 'CAREER_EXPLORATION',
    furthestStage: 'CAREER_IMMERSION',
    planId: plan,
    goalIds: [goal, done].toSorted(),
    interests: ['29'],
    enrollments: [{ schoolCode: SCHOOL, enteredOn: '2024-09-01', leftOn: null }],
    consents: [
      {
        id: consent,
        basis: 'ELIGIBLE_STUDENT',
        recipient: 'Boston Private Industry Council',
        purpose: 'PLACEMENT',
        grantedOn: '2026-09-08',
        expiresOn: '2027-07-01',
        revokedOn: null,
      },
    ],
  });
});

it('they are told anew only where something they follow changed', async () => {
  const student = await makeStudent(graph.database);
  const before = await told(student);
  const name = `update student set display_name = 'Another Name' where id = $1`;
  await rows(graph, name, [student]);
  expect(await told(student)).toEqual(before);
  await rows(graph, 'update student set grade = 12 where id = $1', [student]);
  expect((await told(student))?.position).not.toBe(before?.position);
});

it('what the triggers told is what is published again from the rows', async () => {
  const before = await facts();
  await rows(graph, 'select republish_all()');
  expect(await facts()).toEqual(before);
  await rows(graph, 'truncate change');
  await rows(graph, 'select republish_all()');
  expect((await facts()).map(({ key, body }) => ({ key, body }))).toEqual(
    before.map(({ key, body }) => ({ key, body })),
  );
});
