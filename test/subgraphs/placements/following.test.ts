import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { tellFacts } from '../../support/following.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';

let databases: TestDatabases;
let database: Database;
beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create('placements');
});
afterAll(() => databases.stop());

const follow = (topic: string, facts: readonly { key: string; body: unknown }[]) =>
  tellFacts(
    'placements',
    database,
    facts.map((fact) => ({ topic, ...fact })),
  );

const rows = async (table: string, key: string, id: string) =>
  (await database.pool.query(`select to_jsonb(t) as row from ${table} t where ${key} = $1`, [id]))
    .rows[0]?.row;

const id = randomUUID();
const goal = randomUUID();
const BODIES: readonly (readonly [string, string, string, object, object])[] = [
  [
    'board',
    'board_ref',
    'code',
    { code: 'BOSTON', name: 'Boston' },
    { code: 'BOSTON', name: 'Boston' },
  ],
  [
    'school',
    'school_ref',
    'dese_code',
    {
      deseCode: '90350010',
      districtCode: '90350000',
      name: 'Example High',
      town: 'Boston',
      boardCode: 'BOSTON',
      grades: [9, 10, 11, 12],
      highSchool: true,
      tier: 'PARTNER',
      closed: false,
      partnerFiscalYears: [2026, 2027],
    },
    {
      dese_code: '90350010',
      district_code: '90350000',
      high_school: true,
      partner_fiscal_years: [2026, 2027],
    },
  ],
  [
    'program',
    'program_ref',
    'id',
    {
      id,
      schoolCode: '90350010',
      type: 'INNOVATION_CAREER_PATHWAY',
      title: 'Health',
      cipCode: null,
      icpSector: 'INFORMATION',
      credentialIds: [],
    },
    { id, type: 'INNOVATION_CAREER_PATHWAY', icp_sector: 'INFORMATION', cip_code: null },
  ],
  [
    'employer',
    'employer_ref',
    'employer_id',
    { id, name: 'Example Labs', sector: 'PRIVATE', boardCode: 'BOSTON' },
    { employer_id: id, name: 'Example Labs', sector: 'PRIVATE', board_code: 'BOSTON' },
  ],
  [
    'site',
    'site_ref',
    'site_id',
    {
      id,
      employerId: id,
      boardCode: 'BOSTON',
      setting: 'VIRTUAL',
      status: 'ACTIVE',
      supervisors: [{ id, leftOn: null }],
    },
    { site_id: id, employer_id: id, status: 'ACTIVE', supervisors: [{ id, leftOn: null }] },
  ],
  [
    'career-event',
    'career_event_ref',
    'event_id',
    {
      id,
      type: 'CAREER_DAY',
      stage: 'CAREER_AWARENESS',
      startDate: '2026-10-01',
      endDate: '2026-10-01',
      hostEmployerIds: [id],
    },
    { event_id: id, start_date: '2026-10-01', host_employer_ids: [id] },
  ],
  [
    'student',
    'student_ref',
    'student_id',
    {
      id,
      schoolCode: '90350010',
      boardCode: 'BOSTON',
      grade: 11,
      bornOn: '2009-09-01',
      cohort: 2028,
      enrollmentStatus: 'ENROLLED',
      graduatedOn: null,
      concentrator: true,
      programId: null,
      groups: ['LOW_INCOME'],
      currentStage: 'CAREER_IMMERSION',
      furthestStage: 'CAREER_IMMERSION',
      planId: id,
      goalIds: [goal],
      interests: ['15'],
      enrollments: [{ schoolCode: '90350010', enteredOn: '2024-09-03', leftOn: null }],
      consents: [],
    },
    {
      student_id: id,
      born_on: '2009-09-01',
      cohort: 2028,
      concentrator: true,
      groups: ['LOW_INCOME'],
      goal_ids: [goal],
      interests: ['15'],
      enrollments: [{ schoolCode: '90350010', enteredOn: '2024-09-03', leftOn: null }],
    },
  ],
];

describe.each(BODIES)('what is told of a %s', (topic, table, column, body, expected) => {
  const key = String(Object.values(body)[0]);

  it('is kept, once, however often it is told', async () => {
    await follow(topic, [{ key, body }]);
    const first = await rows(table, column, key);
    expect(first).toMatchObject(expected);
    await follow(topic, [{ key, body }]);
    expect(await rows(table, column, key)).toEqual(first);
  });

  it('is gone when that is told', async () => {
    await follow(topic, [{ key, body }]);
    await follow(topic, [{ key, body: null }]);
    expect(await rows(table, column, key)).toBeUndefined();
  });

  it('is refused where it is not what was agreed, and nothing is kept', async () => {
    await expect(follow(topic, [{ key, body: {} }])).rejects.toThrow();
    expect(await rows(table, column, key)).toBeUndefined();
  });
});

describe('slots', () => {
  let opportunity: string;
  const told = (slotsRequested: number, slotsVersion: number, more: object = {}) =>
    follow('opportunity', [
      {
        key: opportunity,
        body: {
          id: opportunity,
          siteId: id,
          boardCode: 'BOSTON',
          wblType: 'INTERNSHIP',
          pay: 'STIPEND',
          hourlyWageCents: null,
          creditBearing: true,
          registeredApprenticeshipPartner: null,
          minimumAge: 16,
          startDate: '2026-10-12',
          endDate: '2027-01-29',
          minutesPerWeek: 600,
          plannedMinutes: 9_000,
          status: 'OPEN',
          cluster: 'HEALTH_SCIENCE',
          demandRating: 'STANDARD',
          slotsRequested,
          slotsVersion,
          ...more,
        },
      },
    ]);
  const place = (status = 'MATCHED') =>
    makePlacement(database, { opportunity_id: opportunity, status });
  const capacity = async () =>
    (
      await database.pool.query("select body from change where topic = 'capacity' and key = $1", [
        opportunity,
      ])
    ).rows[0]?.body;
  const answer = (slots: number, filled: number, slotsVersion: number, refused: boolean) => ({
    opportunityId: opportunity,
    slots,
    filled,
    slotsVersion,
    refused,
  });

  beforeEach(() => {
    opportunity = randomUUID();
  });

  it('are as requested, and that is told', async () => {
    await told(3, 1);
    expect(await capacity()).toEqual(answer(3, 0, 1, false));
    await told(5, 2);
    expect(await capacity()).toEqual(answer(5, 0, 2, false));
  });

  it('may shrink to the number that is taken, and no further', async () => {
    await told(3, 1);
    await place();
    await place();
    await told(2, 2);
    expect(await capacity()).toEqual(answer(2, 2, 2, false));
    await told(1, 3);
    expect(await capacity()).toEqual(answer(2, 2, 3, true));
  });

  it('that were refused stay so until another request', async () => {
    await told(2, 1);
    const [placement] = [await place(), await place()];
    await told(1, 2);
    await database.pool.query("update placement set status = 'WITHDRAWN' where id = $1", [
      placement,
    ]);
    expect(await capacity()).toEqual(answer(2, 1, 2, true));
    await told(1, 2, { status: 'CLOSED' });
    expect(await capacity()).toEqual(answer(2, 1, 2, true));
    await told(1, 3);
    expect(await capacity()).toEqual(answer(1, 1, 3, false));
  });

  it('that are requested for the first time below what is taken are what is taken', async () => {
    await place();
    await place('COMPLETED');
    await place('DECLINED');
    await told(1, 7);
    expect(await capacity()).toEqual(answer(2, 2, 7, true));
  });

  it('are gone with their opportunity', async () => {
    await told(3, 1);
    await follow('opportunity', [{ key: opportunity, body: null }]);
    expect(await rows('opportunity_ref', 'opportunity_id', opportunity)).toBeUndefined();
    expect(await capacity()).toBeNull();
  });
});
