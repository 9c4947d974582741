import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAREER_STAGES } from '../../../platform/vocabulary.ts';
import { createStudentsAndMyCap } from '../../../subgraphs/students-and-mycap/subgraph.ts';
import { makeCohort, makePupil } from '../../support/make-cohort.ts';
import { makePlan, makeTransition } from '../../support/make-students.ts';
import { NOW, type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

const FUNNEL = `query ($year: String!, $board: WorkforceBoardCode, $school: DeseOrgCode, $grade: Int) {
  pipelineFunnel(schoolYear: $year, board: $board, schoolCode: $school, grade: $grade) {
    stage students suppressed conversionFromPrevious asOf definitionVersion
  }
}`;
const GAPS = `query ($year: String!, $board: WorkforceBoardCode, $stage: CareerStage!) {
  equityGaps(schoolYear: $year, board: $board, stage: $stage) {
    group rate comparisonRate gapPoints suppressed asOf
  }
}`;

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('students-and-mycap', createStudentsAndMyCap);
});
afterAll(() => graph.stop());

type Row = Readonly<Record<string, unknown>>;
async function funnel(year: string, of: object = {}): Promise<readonly Row[]> {
  const { data, errors } = await graph.ask(FUNNEL, { year, ...of });
  expect(errors).toBeUndefined();
  return data?.pipelineFunnel as readonly Row[];
}
const students = (rows: readonly Row[]) => rows.map((row) => row.students);

async function gaps(year: string, stage: string, of: object = {}): Promise<readonly Row[]> {
  const { data, errors } = await graph.ask(GAPS, { year, stage, ...of });
  expect(errors).toBeUndefined();
  return data?.equityGaps as readonly Row[];
}

describe('the pipeline funnel', () => {
  const school = { school: '90350010' };

  it('counts who had reached each stage, of all or of one school or grade', async () => {
    const year = '2017-2018';
    const { database } = graph;
    await makeCohort(database, 2018, { grade: 10 }, [0, 10, 20, 30, 40]);
    await makeCohort(database, 2018, { grade: 11 }, [0, 0, 0, 20, 30]);
    const cape = { school_code: '90360010', board_code: 'CAPE_AND_ISLANDS' } as const;
    await makeCohort(database, 2018, { grade: 10, ...cape }, [10, 0, 0, 0, 10]);
    const funnels = await Promise.all(
      [{}, { board: 'BOSTON' }, school, { ...school, grade: 10 }, { grade: 10 }, { grade: 6 }].map(
        (of) => funnel(year, of),
      ),
    );
    expect(funnels.map(students)).toEqual([
      [160, 150, 130, 80],
      [150, 140, 120, 70],
      [150, 140, 120, 70],
      [100, 90, 70, 40],
      [110, 100, 80, 50],
      [0, 0, 0, 0],
    ]);
    expect(funnels[0]?.[1]).toEqual({
      stage: 'CAREER_AWARENESS',
      students: 150,
      suppressed: false,
      conversionFromPrevious: 93.8,
      asOf: NOW.toISOString(),
      definitionVersion: 'pipeline-2026.1',
    });
    expect(funnels[0]?.map(({ stage }) => stage)).toEqual(CAREER_STAGES);
    expect(funnels[0]?.[0]).toMatchObject({ conversionFromPrevious: null });
    expect(funnels[5]?.[1]).toMatchObject({ conversionFromPrevious: null, suppressed: false });
  });

  it('counts the cohort of a school year, by what was recorded until its end', async () => {
    const { database } = graph;
    await makeCohort(database, 2020, { grade: 10 }, [6, 20, 20, 20, 20]);
    const pupil = (columns: object = {}) => makePupil(database, 2020, { grade: 10, ...columns });
    const immersed = { to_stage: 'CAREER_IMMERSION' };
    const discovering = { current_stage: 'SELF_DISCOVERY', furthest_stage: 'SELF_DISCOVERY' };
    const plan = async (closed = false) => {
      const student = await pupil();
      const open = closed ? { open_for: null } : {};
      return makePlan(database, student, { ...discovering, ...open });
    };
    // Immersion: recorded on the last day of the year, gone back from since, or in a plan that is closed.
    await makeTransition(database, await plan(), { ...immersed, at: '2020-09-01T03:59:00Z' });
    const wentBack = await plan();
    await makeTransition(database, wentBack, { ...immersed, at: '2019-10-01T12:00:00Z' });
    await makeTransition(database, wentBack, {
      ...{ to_stage: 'CAREER_EXPLORATION', at: '2020-02-01T12:00:00Z', reason: 'A new field.' },
    });
    await makeTransition(database, await plan(true), { ...immersed, at: '2018-10-01T12:00:00Z' });
    // Not in this year: an hour too late; not at all: left before the year, or came after it.
    await makeTransition(database, await plan(), { ...immersed, at: '2020-09-01T04:00:00Z' });
    await pupil({ entered_on: '2018-09-04', left_on: '2019-08-31' });
    await pupil({ entered_on: '2020-09-01', left_on: '2021-06-20' });
    // Self-discovery: a plan without a history says it.
    await makePlan(database, await pupil(), { ...discovering, opened_on: '2020-03-02' });
    const inYear = { ...school, grade: 10 };
    expect(students(await funnel('2019-2020', inYear))).toEqual([84, 63, 43, 23]);
  });

  it('counts a student of two schools at the last, in the grade of that year', async () => {
    const { database } = graph;
    await makeCohort(database, 2022, { grade: 11 }, [0, 0, 10, 10, 20]);
    for (let n = 0; n < 7; n++) {
      const moved = await makePupil(database, 2022, {
        grade: 9,
        entered_on: '2019-09-03',
        left_on: '2022-01-14',
        movedTo: { school_code: '90350020', grade: 11, entered_on: '2022-01-15' },
      });
      const plan = await makePlan(database, moved);
      await makeTransition(database, plan, {
        to_stage: 'CAREER_IMMERSION',
        at: '2021-10-01T12:00:00Z',
      });
    }
    const reached = async (of: object) => students(await funnel('2021-2022', of));
    expect(await reached({ grade: 11 })).toEqual([47, 47, 37, 27]);
    expect(await reached(school)).toEqual([40, 40, 30, 20]);
    expect(await reached({ school: '90350020', grade: 11 })).toEqual([7, 7, 7, 7]);
    expect(await reached({ grade: 9 })).toEqual([0, 0, 0, 0]);
  });

  it.each([
    {
      given: { year: '2026-27' },
      message: '"schoolYear" cannot be "2026-27". It is one from "2017-2018" to "2026-2027".',
    },
    {
      given: { year: '2027-2028' },
      message: '"schoolYear" cannot be "2027-2028". It is one from "2017-2018" to "2026-2027".',
    },
    {
      given: { year: '2020-2021', board: 'BOSTON', ...school },
      message: '"board" and "schoolCode" cannot both be given. A school has one board.',
    },
    {
      given: { year: '2020-2021', grade: 5 },
      message: '"grade" cannot be 5. It is 6 to 12, or 13.',
    },
  ])('refuses: $message', async ({ given, message }) => {
    const { errors } = await graph.ask(FUNNEL, given);
    expect(errors?.map((error) => [error.message, error.extensions?.code])).toEqual([
      [message, 'BAD_USER_INPUT'],
    ]);
  });
});

describe('equity gaps', () => {
  const year = '2022-2023';
  beforeAll(async () => {
    const low = { grade: 11, groups: ['LOW_INCOME', 'RACE_BLACK'] };
    await makeCohort(graph.database, 2023, low, [0, 0, 0, 30, 10]);
    await makeCohort(
      graph.database,
      2023,
      { grade: 11, groups: ['RACE_WHITE'] },
      [0, 0, 0, 10, 50],
    );
    const few = { grade: 11, groups: ['ENGLISH_LEARNER'] };
    await makeCohort(graph.database, 2023, few, [0, 0, 0, 17, 3]);
  });

  it('compare the rate of each group with that of all others', async () => {
    const rows = await gaps(year, 'CAREER_IMMERSION');
    expect(rows.map(({ group }) => group)).toEqual([
      'RACE_BLACK',
      'RACE_WHITE',
      'ENGLISH_LEARNER',
      'LOW_INCOME',
    ]);
    expect(rows[3]).toEqual({
      group: 'LOW_INCOME',
      rate: 25,
      comparisonRate: 66.3,
      gapPoints: -41.3,
      suppressed: false,
      asOf: NOW.toISOString(),
    });
    expect(await gaps(year, 'CAREER_IMMERSION', { board: 'BOSTON' })).toEqual(rows);
    expect(await gaps(year, 'CAREER_IMMERSION', { board: 'BERKSHIRE' })).toEqual([]);
  });

  it('withhold the rates of few people', async () => {
    const [, , learners] = await gaps(year, 'CAREER_IMMERSION');
    expect(learners).toMatchObject({
      group: 'ENGLISH_LEARNER',
      rate: null,
      comparisonRate: null,
      gapPoints: null,
      suppressed: true,
    });
    const [, , all] = await gaps(year, 'CAREER_EXPLORATION');
    expect(all).toMatchObject({ rate: 100, comparisonRate: 100, gapPoints: 0, suppressed: false });
  });
});

describe('small numbers in a funnel', () => {
  it('are withheld, and so is what would give them away at the next school, grade and stage', async () => {
    const { database } = graph;
    const other = { school_code: '90350020' };
    await makeCohort(database, 2024, { grade: 10 }, [0, 0, 0, 20, 3]);
    await makeCohort(database, 2024, { grade: 11 }, [0, 0, 0, 20, 20]);
    await makeCohort(database, 2024, { grade: 10, ...other }, [0, 0, 0, 20, 30]);
    await makeCohort(database, 2024, { grade: 11, ...other }, [0, 0, 0, 20, 40]);
    const immersed = async (of: object) =>
      (await funnel('2023-2024', of)).map((row) => (row.suppressed ? 'withheld' : row.students))[3];
    const school = { school: '90350010' };
    expect(await immersed({})).toBe(93);
    expect(await immersed({ ...school, grade: 10 })).toBe('withheld');
    const around = [
      { ...school, grade: 11 },
      { school: '90350020', grade: 10 },
      { school: '90350020', grade: 11 },
    ];
    expect(await Promise.all(around.map(immersed))).toEqual(['withheld', 'withheld', 'withheld']);
    const [, , exploring, last] = await funnel('2023-2024', { ...school, grade: 10 });
    expect(exploring).toMatchObject({ students: 23, suppressed: false });
    expect(last).toMatchObject({ students: null, conversionFromPrevious: null, suppressed: true });
  });

  it('are not kept anywhere that a report is read from', async () => {
    const { rows } = await graph.database.pool.query(
      'select * from funnel_cell where students between 1 and 5',
    );
    expect(rows).toEqual([]);
  });
});
