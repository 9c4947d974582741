import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { insert } from '../../support/insert.ts';
import { makeStudentRef } from '../../support/make-placement-refs.ts';
import { makePlacement, makeReview, makeWblPlan } from '../../support/make-placements.ts';
import {
  codesOf,
  NOW,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const GAIN = `query ($year: FiscalYear!, $groupBy: SkillGainGroup!, $board: WorkforceBoardCode) {
  skillGain(fiscalYear: $year, groupBy: $groupBy, board: $board) {
    asOf definitionVersion
    cells { label employabilitySkill students meanBaseline meanFinal meanGain suppressed suppressionReason }
  }
}`;
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.database.pool.query(
    'truncate placement, student_ref, school_ref, report_run, skill_gain_cell cascade',
  );
  for (const [dese_code, name, board_code] of [
    ['90350010', 'Ashmont High School', 'BOSTON'],
    ['90350020', 'Beacon High School', 'BOSTON'],
    ['90360010', 'Coastal Vocational', 'CAPE_AND_ISLANDS'],
  ])
    await insert(graph.database, 'school_ref', {
      ...{ dese_code, name, board_code, district_code: '90350000', tier: 'MEMBER' },
      ...{ high_school: true, closed: false, partner_fiscal_years: [] },
    });
});

type Columns = Readonly<Record<string, unknown>>;
/** A placement of last summer, with a review of the six skills at each of these ratings. */
async function reviewed(
  ratings: { readonly BASELINE?: number; readonly FINAL?: number },
  columns: Columns = {},
): Promise<string> {
  const placement = await makePlacement(graph.database, { status: 'COMPLETED', ...columns });
  const made = await makeWblPlan(graph.database, placement);
  const days = { BASELINE: '2026-07-10', FINAL: '2026-08-14' };
  for (const kind of ['BASELINE', 'FINAL'] as const) {
    const rating = ratings[kind];
    const scores = Array.from({ length: 9 }, (_, n) => (n === 1 ? 1 : (rating ?? 0)));
    if (rating) await makeReview(graph.database, made, { kind, date: days[kind], scores });
  }
  return placement;
}
async function reviewedBy(count: number, ratings: object, columns: Columns = {}): Promise<void> {
  for (let n = 0; n < count; n++) {
    const student_id = await makeStudentRef(graph.database);
    await reviewed(ratings, { student_id, ...columns });
  }
}
type Asked = {
  readonly groupBy?: string;
  readonly board?: string;
  readonly year?: number;
  readonly at?: Date;
};
const ask = ({ groupBy = 'ALL', board, year = 2027, at = NOW }: Asked = {}) =>
  graph.ask(GAIN, { groupBy, board: board ?? null, year, at });
type Cell = { readonly label: string; readonly employabilitySkill: string } & Record<
  string,
  unknown
>;
/** The cells of one skill. */
async function cells(asked: Asked = {}, skill = 'ATTENDANCE_PUNCTUALITY'): Promise<Cell[]> {
  const { data, errors } = await ask(asked);
  expect(errors).toBeUndefined();
  const { cells: all } = (data?.skillGain ?? { cells: [] }) as { cells: Cell[] };
  return all.filter(({ employabilitySkill }) => employabilitySkill === skill);
}

it('is the mean of the last rating less the first, in each of the six skills', async () => {
  await reviewedBy(4, { BASELINE: 2, FINAL: 4 });
  await reviewedBy(2, { BASELINE: 3, FINAL: 4 });
  const numbers = { students: 6, suppressed: false, suppressionReason: null };
  expect(await cells()).toEqual([
    {
      ...{ label: 'Massachusetts', employabilitySkill: 'ATTENDANCE_PUNCTUALITY' },
      ...{ ...numbers, meanBaseline: 2.33, meanFinal: 4, meanGain: 1.67 },
    },
  ]);
  expect(await cells({}, 'COMMUNICATION')).toMatchObject([{ ...numbers, meanGain: 0 }]);
});

it('counts a student once, by their last placement of the year with both reviews', async () => {
  await reviewedBy(6, { BASELINE: 3, FINAL: 3 });
  const student_id = await makeStudentRef(graph.database);
  const early = { student_id, start_date: '2026-07-01', end_date: '2026-08-31' };
  await reviewed({ BASELINE: 1, FINAL: 1 }, early);
  await reviewed({ BASELINE: 3, FINAL: 3 }, { student_id, start_date: '2026-07-06' });
  await reviewed({ BASELINE: 5 }, { student_id, start_date: '2026-09-08', end_date: null });
  expect(await cells()).toMatchObject([{ students: 7, meanBaseline: 3, meanFinal: 3 }]);
});

it.each([
  { what: 'without a final review', ratings: { BASELINE: 3 }, columns: {} },
  {
    what: 'of the year before',
    ratings: { BASELINE: 3, FINAL: 5 },
    columns: { start_date: '2026-06-30' },
  },
])('leaves out placements $what', async ({ ratings, columns }) => {
  await reviewedBy(6, ratings, columns);
  expect(await cells()).toMatchObject([{ students: 0, meanGain: null, suppressed: false }]);
});

it('stands by board and by school', async () => {
  await reviewedBy(6, { BASELINE: 2, FINAL: 3 });
  await reviewedBy(7, { BASELINE: 2, FINAL: 4 }, { school_code: '90350020' });
  await reviewedBy(
    8,
    { BASELINE: 1, FINAL: 4 },
    { school_code: '90360010', board_code: 'CAPE_AND_ISLANDS' },
  );
  const boards = await cells({ groupBy: 'BOARD' });
  expect(boards).toHaveLength(16);
  expect(boards.filter(({ students }) => students !== 0)).toMatchObject([
    { label: 'BOSTON', students: 13, meanGain: 1.54 },
    { label: 'CAPE_AND_ISLANDS', students: 8, meanGain: 3 },
  ]);
  expect(await cells({ groupBy: 'SCHOOL', board: 'BOSTON' })).toMatchObject([
    { label: 'Ashmont High School', students: 6, meanGain: 1 },
    { label: 'Beacon High School', students: 7, meanGain: 2 },
  ]);
  expect(await cells({ board: 'BOSTON' })).toMatchObject([{ label: 'BOSTON', students: 13 }]);
});

it('of fewer than six is not shown, nor what would tell it', async () => {
  await reviewedBy(5, { BASELINE: 2, FINAL: 5 });
  await reviewedBy(9, { BASELINE: 2, FINAL: 3 }, { school_code: '90350020' });
  const [few, others] = await cells({ groupBy: 'SCHOOL', board: 'BOSTON' });
  expect(few).toMatchObject({
    students: null,
    meanBaseline: null,
    meanGain: null,
    suppressed: true,
  });
  const [board] = await cells({ board: 'BOSTON' });
  expect([others?.suppressed, board?.suppressed]).toContain(true);
});

it('is kept for a while, says its age, and is counted again once a review was added', async () => {
  await reviewedBy(6, { BASELINE: 2, FINAL: 3 });
  expect(await ask()).toMatchObject({
    data: { skillGain: { asOf: NOW.toISOString(), definitionVersion: 'skill-gain-2026.1' } },
  });
  await reviewedBy(1, { BASELINE: 2, FINAL: 3 });
  expect(await ask({ at: later(0.5) })).toMatchObject({
    data: {
      skillGain: { asOf: NOW.toISOString(), cells: [{ students: 6 }, ...Array(5).fill({})] },
    },
  });
  expect(await ask({ at: later(60) })).toMatchObject({
    data: {
      skillGain: { asOf: later(60).toISOString(), cells: [{ students: 7 }, ...Array(5).fill({})] },
    },
  });
});

it.each([
  { what: 'by school without a board', asked: { groupBy: 'SCHOOL' } },
  { what: 'of a year to come', asked: { year: 2028 } },
  { what: 'of a year before the network', asked: { year: 1997 } },
])('is not told $what', async ({ asked }) => {
  expect(codesOf(await ask(asked))).toEqual(['BAD_USER_INPUT']);
});
