import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { makePlan } from '../../support/make-students.ts';
import { codesOf, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import {
  CLOSED_SCHOOL,
  enrolled,
  FAR_SCHOOL,
  FIFTY,
  MIDDLE_SCHOOL,
  refusals,
  rows,
  SCHOOL,
  SECOND_SCHOOL,
  startStudents,
} from './support/students.ts';

const ENROLL = `mutation ($input: EnrollStudentInput!, $key: String) {
  enrollStudent(input: $input, idempotencyKey: $key) { student {
    id sasid displayName grade cohort school { deseCode } enrollments { grade enteredOn leftOn }
  } }
}`;
const TRANSFER = `mutation ($input: TransferStudentInput!) {
  transferStudent(input: $input) { student { grade school { deseCode } myCap { id } } }
}`;
const WITHDRAW = `mutation ($input: WithdrawStudentInput!) {
  withdrawStudent(input: $input) { student { id myCap { id } enrollments { leftOn } } }
}`;
const GRADUATE = `mutation ($input: GraduateStudentInput!) {
  graduateStudent(input: $input) { student { id cohort } }
}`;

let graph: SubgraphUnderTest;
let student: string;
let actors: Readonly<Record<Role, Actor>>;
let lastSasid = 9_910_000_000;

beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  ({ student, actors } = await enrolled(graph));
});

const somebody = (fixed: object = {}) => {
  lastSasid += 1;
  return {
    sasid: String(lastSasid),
    displayName: 'Nia Example',
    dateOfBirth: '2011-03-01',
    grade: 10,
    schoolCode: SCHOOL,
    enteredOn: '2026-09-01',
    ...fixed,
  };
};
type Asked = { readonly as?: Actor; readonly key?: string };
const enroll = (input: object, { as = actors.SCHOOL_STAFF, key }: Asked = {}) =>
  graph.ask(ENROLL, { as, key, input: somebody(input) });
const transfer = (input: object, as: Actor = actors.DISTRICT_STAFF) =>
  graph.ask(TRANSFER, { as, input: { studentId: student, ...input } });
const withdraw = (input: object = {}, as: Actor = actors.SCHOOL_STAFF) =>
  graph.ask(WITHDRAW, { as, input: { studentId: student, ...input } });
const graduate = (input: object = {}, as: Actor = actors.SCHOOL_STAFF) =>
  graph.ask(GRADUATE, { as, input: { studentId: student, ...input } });

const record = async (id: string) => {
  const sql =
    'select school_code, board_code, enrollment_status as status, cohort from student where id = $1';
  return (await rows(graph, sql, [id]))[0];
};
const times = (id: string) =>
  rows(
    graph,
    `select school_code, entered_on::text, left_on::text from enrollment
      where student_id = $1 order by entered_on`,
    [id],
  );

describe('a student who is new', () => {
  it('is enrolled at a school, whose board becomes theirs', async () => {
    const { data, errors } = await enroll({ lasid: 'L-7' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      enrollStudent: {
        student: {
          id: expect.any(String),
          sasid: String(lastSasid),
          displayName: 'Nia Example',
          grade: 10,
          cohort: 2029,
          school: { deseCode: SCHOOL },
          enrollments: [{ grade: 10, enteredOn: '2026-09-01', leftOn: null }],
        },
      },
    });
    const sql = 'select board_code from student where sasid = $1';
    expect(await rows(graph, sql, [String(lastSasid)])).toEqual([{ board_code: 'BOSTON' }]);
  });

  it('is enrolled by the district at any of its schools', async () => {
    const answer = await enroll({ schoolCode: SECOND_SCHOOL }, { as: actors.DISTRICT_STAFF });
    expect(answer.errors).toBeUndefined();
  });

  it.each([
    { what: 'in grade 5', input: { grade: 5 }, rule: 'GRADE_OUT_OF_RANGE' },
    { what: 'in grade 14', input: { grade: 14 }, rule: 'GRADE_OUT_OF_RANGE' },
    { what: 'at 8 years', input: { dateOfBirth: '2017-09-02' }, rule: 'AGE_OUT_OF_RANGE' },
    { what: 'at 23 years', input: { dateOfBirth: '2003-09-01' }, rule: 'AGE_OUT_OF_RANGE' },
    { what: 'in a grade that the school lacks', input: { grade: 8 }, rule: 'GRADE_NOT_SERVED' },
    { what: 'tomorrow', input: { enteredOn: '2026-10-06' }, rule: 'ENTRY_DATE' },
    { what: 'in 1997', input: { enteredOn: '1997-09-01' }, rule: 'ENTRY_DATE' },
    { what: 'at a closed school', input: { schoolCode: CLOSED_SCHOOL }, rule: 'SCHOOL_CLOSED' },
    { what: 'at no school', input: { schoolCode: '90350777' }, rule: 'SCHOOL_UNKNOWN' },
    { what: 'at a district', input: { schoolCode: '90350000' }, rule: 'BAD_USER_INPUT' },
    { what: 'without a name', input: { displayName: ' ' }, rule: 'BAD_USER_INPUT' },
    { what: 'with a SASID of nine digits', input: { sasid: '990000001' }, rule: 'BAD_USER_INPUT' },
    {
      what: 'with a code that lost its zeros',
      input: { schoolCode: '350560' },
      rule: 'BAD_USER_INPUT',
    },
  ])('is not enrolled $what: $rule', async ({ input, rule }) => {
    const answer = await enroll(input, { as: actors.DISTRICT_STAFF });
    expect(refusals(answer)).toEqual([rule]);
    expect(await rows(graph, 'select id from student where sasid = $1', [lastSasid])).toEqual([]);
  });

  it('is not enrolled with the SASID of another', async () => {
    await enroll({});
    expect(refusals(await enroll({ sasid: String(lastSasid) }))).toEqual(['SASID_IN_USE']);
  });

  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF', 'PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const)(
    'is not enrolled by %s',
    async (role) => {
      expect(codesOf(await enroll({}, { as: actors[role] }))).toEqual(['FORBIDDEN']);
    },
  );

  it('is enrolled by nobody at a school that is not theirs, nor by who is not signed in', async () => {
    const far = { schoolCode: FAR_SCHOOL };
    expect(codesOf(await enroll(far))).toEqual(['FORBIDDEN']);
    expect(codesOf(await enroll(far, { as: actors.DISTRICT_STAFF }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await enroll({}, { as: actors.PUBLIC }))).toEqual(['UNAUTHENTICATED']);
  });

  it('is one student, though fifty enroll the same SASID at once', async () => {
    const input = somebody();
    const ask = () => graph.ask(ENROLL, { as: actors.SCHOOL_STAFF, input });
    const answers = await Promise.all(FIFTY.map(ask));
    const refused = answers.flatMap(refusals);
    expect(refused).toHaveLength(49);
    expect(new Set(refused)).toEqual(new Set(['SASID_IN_USE']));
    const sql = 'select id from student where sasid = $1';
    expect(await rows(graph, sql, [input.sasid])).toHaveLength(1);
  });

  it('is one student, though one key comes fifty times, and all answer them', async () => {
    const input = somebody();
    const ask = () => graph.ask(ENROLL, { as: actors.SCHOOL_STAFF, key: 'one', input });
    const [first, ...others] = await Promise.all(FIFTY.map(ask));
    expect(first?.errors).toBeUndefined();
    expect(others).toEqual(others.map(() => first));
  });
});

describe('a transfer', () => {
  it('changes school and board at once, closes and opens an enrollment, and keeps the plan', async () => {
    const plan = await makePlan(graph.database, student);
    const answer = await transfer({ toSchoolCode: SECOND_SCHOOL, enteredOn: '2026-10-01' });
    expect(answer).toEqual({
      data: {
        transferStudent: {
          student: { grade: 11, school: { deseCode: SECOND_SCHOOL }, myCap: { id: plan } },
        },
      },
    });
    expect(await times(student)).toEqual([
      { school_code: SCHOOL, entered_on: '2024-09-01', left_on: '2026-09-30' },
      { school_code: SECOND_SCHOOL, entered_on: '2026-10-01', left_on: null },
    ]);
  });

  it('to another region hides the student from who let them go', async () => {
    const answer = await transfer({ toSchoolCode: FAR_SCHOOL }, actors.SCHOOL_STAFF);
    expect(answer).toEqual({ data: { transferStudent: { student: null } } });
    expect(await record(student)).toMatchObject({
      school_code: FAR_SCHOOL,
      board_code: 'METRO_NORTH',
    });
  });

  it('brings back who had left', async () => {
    await withdraw({ leftOn: '2026-09-10' });
    const answer = await transfer({ toSchoolCode: SCHOOL, enteredOn: '2026-09-20' });
    expect(answer.errors).toBeUndefined();
    expect(await record(student)).toMatchObject({ status: 'ENROLLED' });
    expect(await times(student)).toHaveLength(2);
  });

  it('leaves the school of each day in the history', async () => {
    await transfer({ toSchoolCode: SECOND_SCHOOL, enteredOn: '2026-10-01' });
    const query = `query ($id: ID!) { student(id: $id) {
      before: schoolOn(date: "2024-08-31") { deseCode }
      last: schoolOn(date: "2026-09-30") { deseCode }
      first: schoolOn(date: "2026-10-01") { deseCode }
    } }`;
    expect(await graph.ask(query, { as: actors.STUDENT, id: student })).toEqual({
      data: {
        student: {
          before: null,
          last: { deseCode: SCHOOL },
          first: { deseCode: SECOND_SCHOOL },
        },
      },
    });
  });

  it.each([
    { what: 'to the same school', input: { toSchoolCode: SCHOOL }, rule: 'SAME_SCHOOL' },
    { what: 'to no school', input: { toSchoolCode: '90350777' }, rule: 'SCHOOL_UNKNOWN' },
    { what: 'to a closed school', input: { toSchoolCode: CLOSED_SCHOOL }, rule: 'SCHOOL_CLOSED' },
    {
      what: 'to a middle school',
      input: { toSchoolCode: MIDDLE_SCHOOL },
      rule: 'GRADE_NOT_SERVED',
    },
    {
      what: 'on the day of the entry',
      input: { toSchoolCode: SECOND_SCHOOL, enteredOn: '2024-09-01' },
      rule: 'TRANSFER_DATE',
    },
    {
      what: 'tomorrow',
      input: { toSchoolCode: SECOND_SCHOOL, enteredOn: '2026-10-06' },
      rule: 'TRANSFER_DATE',
    },
    {
      what: 'into grade 5',
      input: { toSchoolCode: SECOND_SCHOOL, grade: 5 },
      rule: 'GRADE_OUT_OF_RANGE',
    },
  ])('$what is refused: $rule', async ({ input, rule }) => {
    expect(refusals(await transfer(input))).toEqual([rule]);
    expect(await times(student)).toHaveLength(1);
  });

  it('of who has graduated is refused', async () => {
    const sql = `update student set enrollment_status = 'GRADUATED', graduated_on = '2026-06-10' where id = $1`;
    await rows(graph, sql, [student]);
    expect(refusals(await transfer({ toSchoolCode: SECOND_SCHOOL }))).toEqual([
      'GRADUATED_ALREADY',
    ]);
  });

  it('happens once, though fifty ask for it at once', async () => {
    const answers = await Promise.all(FIFTY.map(() => transfer({ toSchoolCode: SECOND_SCHOOL })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await times(student)).toHaveLength(2);
  });

  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF'] as const)('is not for %s', async (role) => {
    const answer = await transfer({ toSchoolCode: SECOND_SCHOOL }, actors[role]);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });

  it.each(['PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const)(
    'is not for %s, to whom the student does not exist',
    async (role) => {
      const answer = await transfer({ toSchoolCode: SECOND_SCHOOL }, actors[role]);
      expect(codesOf(answer)).toEqual(['NOT_FOUND']);
    },
  );

  it('of a student whom the caller does not see is as one of nobody', async () => {
    const as = { ...actors.SCHOOL_STAFF, schools: [FAR_SCHOOL] };
    expect(codesOf(await transfer({ toSchoolCode: FAR_SCHOOL }, as))).toEqual(['NOT_FOUND']);
    const nobody = { studentId: randomUUID(), toSchoolCode: SECOND_SCHOOL };
    expect(codesOf(await transfer(nobody))).toEqual(['NOT_FOUND']);
  });
});

describe('a student who leaves', () => {
  it('has no open enrollment and no open plan any more', async () => {
    await makePlan(graph.database, student);
    expect(await withdraw({ leftOn: '2026-10-02' })).toEqual({
      data: {
        withdrawStudent: {
          student: { id: student, myCap: null, enrollments: [{ leftOn: '2026-10-02' }] },
        },
      },
    });
    expect(await record(student)).toMatchObject({ status: 'WITHDRAWN' });
  });

  it.each([
    { what: 'before they came', input: { leftOn: '2024-08-31' }, rule: 'LEAVING_DATE' },
    { what: 'tomorrow', input: { leftOn: '2026-10-06' }, rule: 'LEAVING_DATE' },
  ])('does not leave $what: $rule', async ({ input, rule }) => {
    expect(refusals(await withdraw(input))).toEqual([rule]);
  });

  it('does not leave twice', async () => {
    await withdraw();
    expect(refusals(await withdraw())).toEqual(['NOT_ENROLLED']);
  });

  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF'] as const)('is not withdrawn by %s', async (role) => {
    expect(codesOf(await withdraw({}, actors[role]))).toEqual(['FORBIDDEN']);
  });
});

describe('a student who graduates', () => {
  it('from grade 12 is done with school and with the plan', async () => {
    await rows(graph, 'update student set grade = 12 where id = $1', [student]);
    const plan = await makePlan(graph.database, student);
    expect((await graduate({ graduatedOn: '2026-06-10' })).data).toEqual({
      graduateStudent: { student: { id: student, cohort: 2026 } },
    });
    expect(await record(student)).toMatchObject({ status: 'GRADUATED', cohort: 2026 });
    const sql = 'select status, open_for from my_cap_plan where id = $1';
    expect(await rows(graph, sql, [plan])).toEqual([
      { status: 'COMPLETE_FOR_GRADE', open_for: null },
    ]);
  });

  it('is not in grade 11', async () => {
    expect(refusals(await graduate())).toEqual(['GRADUATION_GRADE']);
  });

  it('graduates once', async () => {
    await rows(graph, 'update student set grade = 12 where id = $1', [student]);
    await graduate();
    expect(refusals(await graduate())).toEqual(['GRADUATED_ALREADY']);
  });

  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF'] as const)('is not graduated by %s', async (role) => {
    expect(codesOf(await graduate({}, actors[role]))).toEqual(['FORBIDDEN']);
  });
});

describe('the database itself refuses', () => {
  it.each([
    { what: 'a SASID that is none', sql: `update student set sasid = '99a0000001' where id = $1` },
    { what: 'grade 5', sql: 'update student set grade = 5 where id = $1' },
    {
      what: 'a graduate without a day',
      sql: `update student set enrollment_status = 'GRADUATED' where id = $1`,
    },
    {
      what: 'a second open enrollment',
      sql: `insert into enrollment (id, student_id, school_code, grade, entered_on)
            values (uuidv7(), $1, '90350020', 11, '2026-09-01')`,
    },
    {
      what: 'an end before the beginning',
      sql: `update enrollment set left_on = '2024-08-31' where student_id = $1`,
    },
  ])('$what', async ({ sql }) => {
    await expect(rows(graph, sql, [student])).rejects.toThrow(/violates/);
  });
});
