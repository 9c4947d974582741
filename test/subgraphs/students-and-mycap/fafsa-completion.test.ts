import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../platform/vocabulary.ts';
import { fafsaCompletion } from '../../../subgraphs/students-and-mycap/fafsa-completion.ts';
import { actorsNear } from '../../support/actors.ts';
import { makePlan, makeStudent } from '../../support/make-students.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
} from '../../support/subgraph-under-test.ts';
import { FAR_SCHOOL, SCHOOL, SECOND_SCHOOL, startStudents } from './support/students.ts';

const HIDDEN = { completed: null, of: null, percent: null, suppressed: true };

describe('the completion of the FAFSA', () => {
  it.each([
    { completed: 0, of: 0, shown: { completed: 0, of: 0, percent: null, suppressed: false } },
    { completed: 0, of: 5, shown: HIDDEN },
    { completed: 0, of: 6, shown: { completed: 0, of: 6, percent: 0, suppressed: false } },
    { completed: 5, of: 20, shown: HIDDEN },
    { completed: 6, of: 12, shown: { completed: 6, of: 12, percent: 50, suppressed: false } },
    { completed: 6, of: 11, shown: HIDDEN },
    { completed: 15, of: 20, shown: HIDDEN },
    { completed: 20, of: 20, shown: { completed: 20, of: 20, percent: 100, suppressed: false } },
    { completed: 7, of: 21, shown: { completed: 7, of: 21, percent: 33.3, suppressed: false } },
  ])('by $completed of $of is shown, or hidden as a whole', ({ completed, of, shown }) => {
    expect(fafsaCompletion(completed, of)).toEqual(shown);
  });
});

describe('of a school', () => {
  const ASK = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    ... on School { fafsaCompletion { completed of percent suppressed } }
  } }`;
  const keys = representations('School', 'deseCode', [SCHOOL, SECOND_SCHOOL, FAR_SCHOOL]);
  const place = { school: SCHOOL, district: '90350000', board: 'BOSTON' } as const;
  let graph: SubgraphUnderTest;
  const ask = (role: Role) =>
    graph.count(ASK, { as: actorsNear({ student: SCHOOL, ...place })[role], keys });

  beforeAll(async () => {
    graph = await startStudents();
    const seniors = async (school_code: string, count: number, completed: boolean | null) => {
      for (let n = 0; n < count; n++) {
        const student = await makeStudent(graph.database, { school_code, grade: 12 });
        await makePlan(graph.database, student, { fafsa_completed: completed });
      }
    };
    await seniors(SCHOOL, 6, true);
    await seniors(SCHOOL, 6, false);
    await seniors(SCHOOL, 2, null);
    await seniors(SECOND_SCHOOL, 5, true);
    await seniors(SECOND_SCHOOL, 6, false);
    await makePlan(graph.database, await makeStudent(graph.database), { fafsa_completed: true });
  });
  afterAll(() => graph.stop());

  it.each(['STATE', 'BOARD_STAFF', 'SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)(
    '%s reads it, many schools in two statements',
    async (role) => {
      const { data, statements } = await ask(role);
      const nobody = { completed: 0, of: 0, percent: null, suppressed: false };
      expect(data?._entities).toEqual([
        { fafsaCompletion: { completed: 6, of: 12, percent: 50, suppressed: false } },
        { fafsaCompletion: HIDDEN },
        { fafsaCompletion: nobody },
      ]);
      expect(statements).toBe(2);
    },
  );

  it.each([
    { role: 'EMPLOYER', code: 'FORBIDDEN_FIELD' },
    { role: 'PARTNER', code: 'FORBIDDEN_FIELD' },
    { role: 'PUBLIC', code: 'UNAUTHENTICATED' },
  ] as const)('$role does not', async ({ role, code }) => {
    expect(codesOf(await ask(role))).toEqual([code, code, code]);
  });
});
