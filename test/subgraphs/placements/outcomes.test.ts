import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { insert } from '../../support/insert.ts';
import { makeSiteRef, makeStudentRef } from '../../support/make-placement-refs.ts';
import { makePlacement, makeWblPlan } from '../../support/make-placements.ts';
import {
  codesOf,
  NOW,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const OUTCOMES = `query ($year: FiscalYear!) { statewideOutcomes(fiscalYear: $year) {
  asOf wblStudents wblEmployerSites cdeSponsorEmployers partnerHighSchools qualifyingWages
  agrowe { allWorkExperiences employers }
} }`;
const QUARTERLY = `query ($year: FiscalYear!, $quarter: Int!, $board: WorkforceBoardCode) {
  quarterlyReport(fiscalYear: $year, quarter: $quarter, board: $board) {
    board lastDay dueOn qualifyingWages agrowe {
      allWorkExperiences planningGoals raisingGraduationRates workshopOrClass workBasedLearningPlans
      employers employersPrivate employersNonprofit employersPublic
    }
  }
}`;

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.database.pool.query(
    `truncate placement, student_ref, site_ref, employer_ref, school_ref, career_event_ref cascade`,
  );
});

type Columns = Readonly<Record<string, unknown>>;
/** So many students, each with a placement that began in September 2026. */
async function place(count: number, columns: Columns = {}): Promise<string[]> {
  const students: string[] = [];
  for (let n = 0; n < count; n++) {
    const student_id = await makeStudentRef(graph.database, { groups: ['HIGH_NEEDS'] });
    const days = { start_date: '2026-09-08', end_date: '2026-12-18' };
    await makePlacement(graph.database, { student_id, ...days, ...columns });
    students.push(student_id);
  }
  return students;
}
const outcomes = async (year = 2027, at = NOW) => {
  const { data, errors } = await graph.ask(OUTCOMES, { year, at });
  expect(errors).toBeUndefined();
  return data?.statewideOutcomes;
};
const quarterly = async (quarter: number, board: string | null = null, at = NOW) => {
  const { data, errors } = await graph.ask(QUARTERLY, { year: 2027, quarter, board, at });
  expect(errors).toBeUndefined();
  return data?.quarterlyReport;
};

describe('outcomes count', () => {
  it('people, not placements', async () => {
    const [student = ''] = await place(6);
    await makePlacement(graph.database, { student_id: student, start_date: '2026-07-06' });
    expect(await outcomes()).toMatchObject({ wblStudents: 6, asOf: '2026-10-05' });
  });

  it('by the day on which a placement starts, from July 1 to June 30', async () => {
    await place(6, { start_date: '2026-07-01' });
    await place(7, { start_date: '2026-06-30', end_date: '2026-08-14' });
    expect([await outcomes(2027), await outcomes(2026)]).toMatchObject([
      { wblStudents: 6 },
      { wblStudents: 7 },
    ]);
  });

  it('what has begun by today', async () => {
    await place(6);
    await place(6, { start_date: '2026-10-06' });
    expect(await outcomes()).toMatchObject({ wblStudents: 6 });
    const tomorrow = new Date('2026-10-06T04:00:00Z');
    expect(await outcomes(2027, tomorrow)).toMatchObject({ wblStudents: 12 });
  });

  it.each([
    { what: 'nobody who only was to begin', columns: { status: 'APPROVED' } },
    { what: 'nobody who withdrew', columns: { status: 'WITHDRAWN' } },
    { what: 'no part-time job', columns: { wbl_type: 'PART_TIME_EMPLOYMENT' } },
    { what: 'no enterprise', columns: { wbl_type: 'ENTREPRENEURIAL_ENTERPRISE' } },
  ])('$what', async ({ columns }) => {
    await place(6);
    await place(8, columns);
    expect(await outcomes()).toMatchObject({ wblStudents: 6 });
  });

  it('no number of people from 1 to 5; none is shown', async () => {
    expect(await outcomes()).toMatchObject({ wblStudents: 0, qualifyingWages: 0 });
    await place(5);
    expect(await outcomes()).toMatchObject({ wblStudents: null, qualifyingWages: null });
  });

  it('sites, not employers', async () => {
    const employer_id = randomUUID();
    await insert(graph.database, 'employer_ref', {
      employer_id,
      sector: 'PRIVATE',
      board_code: 'BOSTON',
    });
    for (let n = 0; n < 3; n++)
      await place(3, { site_id: await makeSiteRef(graph.database, { employer_id }) });
    expect(await outcomes()).toMatchObject({
      wblEmployerSites: 3,
      agrowe: { allWorkExperiences: 9, employers: 1 },
    });
  });

  it('each employer once that sponsors awareness and exploration', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const event = { type: 'CAREER_DAY', stage: 'CAREER_AWARENESS', end_date: '2026-09-10' };
    for (const [host_employer_ids, columns] of [
      [[one, two], { start_date: '2026-09-10' }],
      [[one], { start_date: '2026-09-09', stage: 'CAREER_EXPLORATION' }],
      [[randomUUID()], { start_date: '2026-06-30' }],
      [[randomUUID()], { start_date: '2026-10-06', end_date: '2026-10-06' }],
      [[randomUUID()], { start_date: '2026-09-10', stage: 'CAREER_IMMERSION' }],
    ] as const)
      await insert(graph.database, 'career_event_ref', {
        ...{ event_id: randomUUID(), ...event, host_employer_ids },
        ...columns,
      });
    expect(await outcomes()).toMatchObject({ cdeSponsorEmployers: 2 });
  });

  it('the high schools that were partners in the year', async () => {
    const school = {
      district_code: '90350000',
      name: 'A school',
      board_code: 'BOSTON',
      tier: 'PARTNER',
      closed: false,
    };
    for (const [dese_code, high_school, partner_fiscal_years] of [
      ['90350010', true, [2026, 2027]],
      ['90350020', true, [2026]],
      ['90350030', false, [2027]],
    ] as const)
      await insert(graph.database, 'school_ref', {
        ...school,
        dese_code,
        high_school,
        partner_fiscal_years,
      });
    expect([await outcomes(2027), await outcomes(2026)]).toMatchObject([
      { partnerHighSchools: 1 },
      { partnerHighSchools: 2 },
    ]);
  });

  it('beside figures exactly as they were published', async () => {
    const query = `query ($year: FiscalYear!) { statewideOutcomes(fiscalYear: $year) {
      definitionVersion published { metric value fiscalYear asPublishedNote source } } }`;
    const { data } = await graph.ask(query, { year: 2017 });
    expect(data).toMatchObject({
      statewideOutcomes: {
        definitionVersion: 'outcomes-2026.1',
        published: [
          { metric: 'WBL_STUDENTS', value: 10_780, fiscalYear: 2017, asPublishedNote: null },
          { metric: 'WBL_EMPLOYER_SITES', value: 4_044, fiscalYear: 2017 },
          {
            metric: 'WBL_STUDENTS',
            value: 12_277,
            fiscalYear: null,
            asPublishedNote: 'header says fiscal year 2018; the bullet says FY2019',
            source: 'DESE Connecting Activities page, June 2019',
          },
          { metric: 'WBL_EMPLOYER_SITES', value: 5_027, fiscalYear: null },
          { metric: 'CDE_SPONSOR_EMPLOYERS', value: 3_232, fiscalYear: null },
          { metric: 'PARTNER_HIGH_SCHOOLS', value: 195, fiscalYear: null },
        ],
      },
    });
  });
});

describe('a quarterly report', () => {
  it('counts what was brokered, each student once from July 1, under every letter', async () => {
    const employers: string[] = [];
    for (const sector of ['PRIVATE', 'NONPROFIT', 'PUBLIC']) {
      const employer_id = randomUUID();
      await insert(graph.database, 'employer_ref', { employer_id, sector, board_code: 'BOSTON' });
      employers.push(await makeSiteRef(graph.database, { employer_id }));
    }
    const students = await place(10, {
      site_id: employers[0],
      start_date: '2026-07-06',
      end_date: '2026-08-14',
    });
    await place(10, { site_id: employers[1], my_cap_goal_id: randomUUID() });
    await place(10, {
      site_id: employers[2],
      broker_role: 'WORKSHOP_OR_CLASS',
      start_date: '2026-10-01',
    });
    await place(10, { broker_role: 'NOT_BROKERED' });
    for (const student_id of students) {
      const again = await makePlacement(graph.database, {
        student_id,
        start_date: '2026-10-02',
        end_date: null,
      });
      await makeWblPlan(graph.database, again);
    }
    const agrowe = { employers: 2, employersPrivate: 1, employersNonprofit: 1, employersPublic: 0 };
    expect(await quarterly(1)).toMatchObject({
      ...{ board: null, lastDay: '2026-09-30', dueOn: '2026-10-15' },
      agrowe: {
        ...{ allWorkExperiences: 20, planningGoals: 10, raisingGraduationRates: 20 },
        ...{ workshopOrClass: 0, workBasedLearningPlans: 0, ...agrowe },
      },
    });
    expect(await quarterly(2, 'BOSTON')).toMatchObject({
      ...{ board: 'BOSTON', dueOn: '2027-01-15' },
      agrowe: {
        ...{ allWorkExperiences: 30, planningGoals: 10, raisingGraduationRates: 30 },
        ...{ workshopOrClass: 10, workBasedLearningPlans: 10, employers: 3, employersPublic: 1 },
      },
    });
  });

  it('sums wages by hours a week and weeks, of placements that employers pay and that were brokered', async () => {
    const six = { hourly_wage_cents: 1_675, minutes_per_week: 1_500, start_date: '2026-07-06' };
    await place(6, { ...six, end_date: '2026-08-14' });
    await place(6, { ...six, pay: 'SUBSIDIZED' });
    await place(6, { ...six, broker_role: 'NOT_BROKERED' });
    await place(6, { ...six, hourly_wage_cents: null });
    await place(6, { ...six, end_date: null, planned_minutes: 6_000 });
    const known = 6 * 16.75 * 25 * 6;
    expect(await quarterly(1)).toMatchObject({ qualifyingWages: known + 6 * 16.75 * 100 });
    expect(await outcomes(2026)).toMatchObject({ qualifyingWages: 0 });
  });

  it('shows a student at one board, so that the boards are the state', async () => {
    const students = await place(8);
    for (const student_id of students)
      await makePlacement(graph.database, {
        student_id,
        board_code: 'METRO_NORTH',
        start_date: '2026-10-01',
        end_date: null,
        status: 'COMPLETED',
      });
    await place(9, { board_code: 'METRO_NORTH' });
    const countOf = async (board: string | null) => {
      const report = await quarterly(2, board);
      return (report as { agrowe: { allWorkExperiences: number } }).agrowe.allWorkExperiences;
    };
    expect(await Promise.all([null, 'BOSTON', 'METRO_NORTH'].map(countOf))).toEqual([17, 8, 9]);
  });

  it('hides who are few, and what would tell them', async () => {
    await place(20);
    await place(30, { board_code: 'CENTRAL' });
    await place(3, { board_code: 'METRO_NORTH' });
    const boards = ['BOSTON', 'CENTRAL', 'METRO_NORTH', null];
    const all = await Promise.all(boards.map((board) => quarterly(1, board)));
    const shown = all.map(
      (report) =>
        (report as { agrowe: { allWorkExperiences: number | null } }).agrowe.allWorkExperiences,
    );
    expect(shown[2]).toBeNull();
    expect(shown.filter((count) => count === null).length).toBeGreaterThanOrEqual(2);
    expect(all[2]).toMatchObject({ qualifyingWages: null, agrowe: { employers: 0 } });
  });

  it.each([{ quarter: 0 }, { quarter: 5 }, { quarter: 3 }])(
    'of quarter $quarter there is none yet',
    async ({ quarter }) => {
      const answer = await graph.ask(QUARTERLY, { year: 2027, quarter, board: null });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    },
  );
});

it('outcomes are three statements, and anyone may ask them', async () => {
  expect(await graph.count(OUTCOMES, { year: 2027 })).toMatchObject({ statements: 3 });
});
