import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsForPerkins } from '../../../subgraphs/placements/domain/counts-for-perkins.ts';
import { PlacementStatus, WblType } from '../../../subgraphs/placements/generated/client/client.ts';
import {
  participationSql,
  participationValues,
} from '../../../subgraphs/placements/reports/perkins/participation.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { insert } from '../../support/insert.ts';
import { makeGraduate, makeGraduates, makeInternship } from '../../support/make-graduates.ts';
import { makePlacement } from '../../support/make-placements.ts';
import {
  codesOf,
  NOW,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const REPORT = `query ($year: Int!, $board: WorkforceBoardCode, $groupBy: ReportGroup!) {
  perkins5S3(reportingYear: $year, board: $board, groupBy: $groupBy) {
    label group numerator denominator percent suppressionReason
  }
}`;
const OF_SCHOOLS = `query ($keys: [_Any!]!, $year: Int!, $groupBy: ReportGroup!) { _entities(representations: $keys) {
  ... on School { perkins5S3(reportingYear: $year, groupBy: $groupBy) { label numerator denominator suppressed } }
} }`;
const AS_OF = `query ($year: Int!) {
  perkins5S3(reportingYear: $year, groupBy: ALL) { denominator asOf definitionVersion }
}`;

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
  const school = { tier: 'MEMBER', high_school: true, closed: false, partner_fiscal_years: [] };
  for (const [dese_code, name, board_code] of [
    ['90350010', 'Ashmont High School', 'BOSTON'],
    ['90350020', 'Beacon High School', 'BOSTON'],
    ['90360010', 'Coastal Vocational', 'CAPE_AND_ISLANDS'],
  ] as const)
    await insert(graph.database, 'school_ref', {
      ...school,
      dese_code,
      district_code: `${dese_code.slice(0, 4)}0000`,
      name,
      board_code,
    });
  const name = 'MassHire Boston Workforce Board';
  await insert(graph.database, 'board_ref', { code: 'BOSTON', name });
});
afterAll(() => graph.stop());

type Row = { readonly label: string; readonly numerator: number | null } & Record<string, unknown>;
async function report(year: number, groupBy: string, board: string | null = null) {
  const { data, errors } = await graph.ask(REPORT, { year, groupBy, board });
  expect(errors).toBeUndefined();
  return data?.perkins5S3 as Row[];
}
const fractions = (rows: readonly Row[]) =>
  rows
    .filter(({ denominator }) => denominator !== 0)
    .map(({ label, numerator, denominator }) => `${label} ${numerator}/${denominator}`);

describe('whether a placement counts', () => {
  const cases = Object.values(WblType).flatMap((wblType) =>
    Object.values(PlacementStatus).flatMap((status) =>
      [0, 5_999, 6_000].map((loggedMinutes) => ({ wblType, status, loggedMinutes })),
    ),
  );

  it('is the same in SQL as in the rule, for every type, status and edge of the hours', async () => {
    const { rows } = await graph.database.pool.query<{ counts: boolean }>(
      `select ${participationSql(2)} as counts
         from rows from (jsonb_to_recordset($1) as (wbl_type "WblType", status "PlacementStatus", logged_minutes int))
              with ordinality as p (wbl_type, status, logged_minutes, at)
        order by at`,
      [
        JSON.stringify(
          cases.map(({ wblType, status, loggedMinutes }) => ({
            wbl_type: wblType,
            status,
            logged_minutes: loggedMinutes,
          })),
        ),
        ...participationValues,
      ],
    );
    expect(rows.map(({ counts }) => counts)).toEqual(cases.map(countsForPerkins));
  });
});

describe('who is counted', () => {
  it('is whoever graduated from July 1 to June 30 as a concentrator', async () => {
    await makeGraduates(graph.database, 2021, { tookPart: 8, didNot: 8 });
    for (const graduated_on of ['2020-07-01', '2021-06-30', '2020-06-30', '2021-07-01'])
      await makeGraduate(graph.database, 2021, { graduated_on });
    await makeGraduate(graph.database, 2021, { concentrator: false });
    await makeGraduate(graph.database, 2021, { graduated_on: null });
    expect(fractions(await report(2021, 'ALL'))).toEqual(['Massachusetts 8/18']);
  });

  it('took part in any year until they graduated, and once however often they did', async () => {
    const { database } = graph;
    await makeGraduates(database, 2027, { tookPart: 6, didNot: 6 });
    const took = (columns: object) =>
      makeGraduate(database, 2027).then((student) =>
        makeInternship(database, student, 2027, { ...columns }),
      );
    const often = await makeGraduate(database, 2027);
    await makeInternship(database, often, 2027);
    await makeInternship(database, often, 2027, {
      start_date: '2027-01-04',
      end_date: '2027-05-28',
    });
    await took({ start_date: '2018-07-02', end_date: '2018-08-17' });
    await took({ start_date: '2027-06-10', end_date: null });
    // And these did not.
    await took({ start_date: '2027-06-11', end_date: null });
    await took({ logged_minutes: 5_999 });
    await took({ wbl_type: 'PART_TIME_EMPLOYMENT' });
    await makePlacement(database, { status: 'COMPLETED', logged_minutes: 6_000 });
    expect(fractions(await report(2027, 'ALL'))).toEqual(['Massachusetts 9/18']);
  });
});

describe('rows', () => {
  beforeAll(async () => {
    const { database } = graph;
    const program = { id: randomUUID(), school_code: '90350010', type: 'CHAPTER_74' };
    await insert(database, 'program_ref', { ...program, cip_code: '51.3801' });
    const white = { groups: ['RACE_WHITE', 'GENDER_FEMALE'], program_id: program.id };
    const asian = { groups: ['RACE_ASIAN', 'GENDER_MALE', 'LOW_INCOME'] };
    await makeGraduates(database, 2023, { tookPart: 20, didNot: 10 }, white);
    await makeGraduates(database, 2023, { tookPart: 6, didNot: 6 }, asian);
    const beacon = { school_code: '90350020', groups: ['RACE_WHITE', 'RACE_BLACK'] };
    await makeGraduates(database, 2023, { tookPart: 7, didNot: 9 }, beacon);
    const cape = { school_code: '90360010', board_code: 'CAPE_AND_ISLANDS', groups: [] };
    await makeGraduates(database, 2023, { tookPart: 8, didNot: 24 }, cape);
  });

  it.each([
    { groupBy: 'ALL', rows: ['Massachusetts 41/90'] },
    {
      groupBy: 'BOARD',
      rows: ['MassHire Boston Workforce Board 33/58', 'CAPE_AND_ISLANDS 8/32'],
    },
    {
      groupBy: 'SCHOOL',
      rows: ['Ashmont High School 26/42', 'Beacon High School 7/16', 'Coastal Vocational 8/32'],
    },
    { groupBy: 'DISTRICT', rows: ['District 90350000 33/58', 'District 90360000 8/32'] },
    {
      groupBy: 'RACE',
      rows: [
        'Asian 6/12',
        'Multi-race, not Hispanic or Latino 7/16',
        'White 20/30',
        'Race not reported 8/32',
      ],
    },
    { groupBy: 'GENDER', rows: ['Female 20/30', 'Male 6/12', 'Gender not reported 15/48'] },
    { groupBy: 'ENGLISH_LEARNER', rows: ['Not English learners 41/90'] },
    { groupBy: 'DISABILITY', rows: ['Without a disability 41/90'] },
    { groupBy: 'LOW_INCOME', rows: ['Low income 6/12', 'Not low income 35/78'] },
    { groupBy: 'PATHWAY_TYPE', rows: ['Chapter 74 20/30', 'No designated pathway 21/60'] },
    { groupBy: 'CAREER_CLUSTER', rows: ['Health science 20/30', 'No cluster 21/60'] },
  ])('by $groupBy count people of the place', async ({ groupBy, rows }) => {
    expect(fractions(await report(2023, groupBy))).toEqual(rows);
  });

  it('of one region are those of its schools', async () => {
    const inRegion = (groupBy: string) => report(2023, groupBy, 'BOSTON').then(fractions);
    expect(await inRegion('ALL')).toEqual(['MassHire Boston Workforce Board 33/58']);
    expect(await inRegion('LOW_INCOME')).toEqual(['Low income 6/12', 'Not low income 27/46']);
    expect(await inRegion('SCHOOL')).toHaveLength(2);
    expect(await inRegion('DISTRICT')).toEqual(['District 90350000 33/58']);
  });

  it('say their group, their percentage, and zero where there is nobody', async () => {
    const [learners, others] = await report(2023, 'ENGLISH_LEARNER');
    const shown = { suppressionReason: null };
    expect(learners).toEqual({
      ...shown,
      label: 'English learners',
      group: 'ENGLISH_LEARNER',
      numerator: 0,
      denominator: 0,
      percent: null,
    });
    expect(others).toMatchObject({ ...shown, group: null, percent: 45.6 });
  });

  it('of many schools are read in one statement', async () => {
    const key = (deseCode: string) => ({ __typename: 'School', deseCode });
    const keys = ['90350020', '90350010', '99990010'].map(key);
    const ask = (groupBy: string) => graph.count(OF_SCHOOLS, { keys, year: 2023, groupBy });
    const { data, statements } = await ask('LOW_INCOME');
    const cell = (label: string, numerator: number, denominator: number) => ({
      label,
      numerator,
      denominator,
      suppressed: false,
    });
    expect(data).toEqual({
      _entities: [
        { perkins5S3: [cell('Low income', 0, 0), cell('Not low income', 7, 16)] },
        { perkins5S3: [cell('Low income', 6, 12), cell('Not low income', 20, 30)] },
        { perkins5S3: [] },
      ],
    });
    expect(statements).toBe(2);
    expect(codesOf(await ask('BOARD'))).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
  });
});

describe('small numbers', () => {
  it('are withheld with what would give them away, in every list that has them', async () => {
    const { database } = graph;
    const at = (school_code: string) => ({ school_code });
    await makeGraduates(database, 2024, { tookPart: 3, didNot: 30 }, at('90350010'));
    await makeGraduates(database, 2024, { tookPart: 20, didNot: 15 }, at('90350020'));
    await makeGraduates(
      database,
      2024,
      { tookPart: 30, didNot: 25 },
      {
        school_code: '90360010',
        board_code: 'CAPE_AND_ISLANDS',
      },
    );
    const reasons = async (groupBy: string, board?: string) =>
      (await report(2024, groupBy, board)).map(({ numerator, suppressionReason }) =>
        suppressionReason ? suppressionReason : numerator,
      );
    expect(await reasons('ALL')).toEqual([53]);
    expect(await reasons('SCHOOL')).toEqual(['SMALL_CELL', 'COMPLEMENTARY', 30]);
    expect(await reasons('SCHOOL', 'BOSTON')).toEqual(['SMALL_CELL', 'COMPLEMENTARY']);
    expect(await reasons('ALL', 'BOSTON')).toEqual([23]);
    expect(await report(2024, 'RACE', 'CAPE_AND_ISLANDS')).toContainEqual(
      expect.objectContaining({ label: 'Race not reported', numerator: 30, denominator: 55 }),
    );
  });

  it('are not kept anywhere that a report is read from', async () => {
    const { rows } = await graph.database.pool.query(
      `select * from perkins_cell where suppressed is not null and (numerator is not null or denominator is not null)
           or numerator between 1 and 5 or denominator - numerator between 1 and 5`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a report', () => {
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  async function asOf(at: Date) {
    const { data } = await graph.ask(AS_OF, { year: 2025, at });
    return data?.perkins5S3 as readonly Record<string, unknown>[];
  }

  it('says when it was counted, and is counted again once it is old and its source has moved', async () => {
    await makeGraduates(graph.database, 2025, { tookPart: 6, didNot: 6 });
    const version = { definitionVersion: '5s3-2026.1' };
    const first = { ...version, denominator: 12, asOf: NOW.toISOString() };
    expect(await asOf(NOW)).toEqual([first]);
    await makeGraduate(graph.database, 2025);
    expect(await asOf(later(0.9))).toEqual([first]);
    const second = { ...version, denominator: 13, asOf: later(20).toISOString() };
    expect(await asOf(later(20))).toEqual([second]);
    await makeGraduate(graph.database, 2025);
    const third = { ...version, denominator: 14, asOf: later(25).toISOString() };
    expect([[second], [third]]).toContainEqual(await asOf(later(25)));
    await expect.poll(() => asOf(later(25.5))).toEqual([third]);
  });

  it('is counted once however many ask for it at once', async () => {
    await makeGraduates(graph.database, 2026, { tookPart: 6, didNot: 6 });
    const before = graph.database.statements();
    await Promise.all(Array.from({ length: 20 }, () => report(2026, 'ALL')));
    const asked = graph.database.statements() - before;
    expect(asked).toBe(20 * 2 + 9);
  });

  it.each([{ year: 2019 }, { year: 2028 }])('of $year is refused', async ({ year }) => {
    const { data, errors } = await graph.ask(AS_OF, { year });
    expect(data).toEqual({ perkins5S3: null });
    expect(errors?.map(({ message }) => message)).toEqual([
      `"reportingYear" cannot be ${year}. It is a fiscal year from 2020 to 2027, by its ending year.`,
    ]);
  });
});
