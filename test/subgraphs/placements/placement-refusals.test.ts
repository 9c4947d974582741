import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { makeReview, makeWblPlan } from '../../support/make-placements.ts';
import { type Desk, openDesk, refusalsOf } from '../../support/placements-desk.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

type Columns = Readonly<Record<string, unknown>>;

let graph: SubgraphUnderTest;
let desk: Desk;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  desk = await openDesk(graph);
});

const set = (table: string, key: string, id: string, columns: Columns) => {
  const names = Object.keys(columns);
  const assignments = names.map((name, i) => `${name} = $${i + 2}`).join(', ');
  const sql = `update ${table} set ${assignments} where ${key} = $1`;
  return graph.database.pool.query(sql, [id, ...Object.values(columns)]);
};
const setStudent = (columns: Columns) => set('student_ref', 'student_id', desk.student, columns);
const setSite = (columns: Columns) => set('site_ref', 'site_id', desk.site, columns);
const setOpportunity = (columns: Columns) =>
  set('opportunity_ref', 'opportunity_id', desk.opportunity, columns);

const placements = async () =>
  (await graph.database.pool.query('select 1 from placement where student_id = $1', [desk.student]))
    .rowCount;

describe('nothing is proposed', () => {
  const propose = (input: object = {}, role: Role = 'STUDENT') =>
    desk.run('proposePlacement', role, {
      studentId: desk.student,
      opportunityId: desk.opportunity,
      ...input,
    });
  const PLACE = {
    wblType: 'INTERNSHIP',
    startDate: '2026-11-02',
    endDate: '2026-12-18',
    hoursPerWeek: 10,
    plannedHours: 100,
    pay: 'UNPAID',
    creditBearing: true,
  };
  const found = (place: object = {}) => ({
    opportunityId: null,
    place: { ...PLACE, siteId: desk.site, ...place },
  });

  it.each([
    { what: 'who is under 14', born_on: '2012-10-13', rule: 'MIN_AGE_14' },
    { what: 'who is under the minimum age', born_on: '2010-10-13', rule: 'MINIMUM_AGE' },
  ])('for a student $what: $rule', async ({ born_on, rule }) => {
    await setStudent({ born_on });
    if (rule === 'MIN_AGE_14') await setOpportunity({ minimum_age: null });
    expect(refusalsOf(await propose())).toEqual([rule]);
    expect(await placements()).toBe(0);
  });

  it('in cooperative education for who is under 16 on the first day', async () => {
    await setStudent({ born_on: '2010-11-03' });
    const coop = found({ wblType: 'COOPERATIVE_EDUCATION', pay: 'EMPLOYER_PAID' });
    expect(refusalsOf(await propose(coop))).toEqual(['COOP_MIN_AGE_16']);
    await setStudent({ born_on: '2010-11-02' });
    expect(refusalsOf(await propose(coop))).toEqual([]);
  });

  it.each(['DRAFT', 'CLOSED', 'WITHDRAWN'])('at an opportunity that is %s', async (status) => {
    await setOpportunity({ status });
    expect(refusalsOf(await propose())).toEqual(['OPPORTUNITY_NOT_OPEN']);
  });

  it.each([
    { what: 'left before', leftOn: '2026-10-11' },
    { what: 'enters after', enteredOn: '2026-10-13', leftOn: null },
  ])('for who $what the first day', async ({ enteredOn = '2024-09-03', leftOn }) => {
    const enrollments = JSON.stringify([{ schoolCode: '90350010', enteredOn, leftOn }]);
    await setStudent({ enrollments });
    expect(refusalsOf(await propose())).toEqual(['NOT_ENROLLED']);
    expect(await placements()).toBe(0);
  });

  it('for a goal that is not the student’s', async () => {
    expect(refusalsOf(await propose({ myCapGoalId: randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(refusalsOf(await propose({ myCapGoalId: 'x' }))).toEqual(['NOT_FOUND']);
  });

  it.each([
    { what: 'nor at a place', input: { opportunityId: null } },
    { what: 'and a place', input: { place: { ...PLACE } } },
    { what: 'but a team that has no id', input: { teamId: 'x' } },
    { what: 'with a note that is too long', input: { note: 'n'.repeat(1_001) } },
  ])('at no opportunity $what', async ({ input }) => {
    expect(refusalsOf(await propose(input))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    { endDate: '2026-11-01' },
    { hoursPerWeek: -1 },
    { hoursPerWeek: 169 },
    { plannedHours: 10_001 },
    { hourlyWage: -0.01 },
    { registeredApprenticeshipPartner: ' ' },
  ])('at a place with %j', async (place) => {
    expect(refusalsOf(await propose(found(place)))).toEqual(['BAD_USER_INPUT']);
  });

  it('at a site or an opportunity that is not there', async () => {
    for (const id of [randomUUID(), 'x']) {
      expect(refusalsOf(await propose({ opportunityId: id }))).toEqual(['NOT_FOUND']);
      expect(refusalsOf(await propose(found({ siteId: id })))).toEqual(['NOT_FOUND']);
    }
  });

  it('for a student whom the caller may not see, in the words for one who is not there', async () => {
    const other = await openDesk(graph);
    for (const studentId of [other.student, randomUUID(), 'x']) {
      const answer = await propose({ studentId });
      expect(answer.errors).toMatchObject([{ message: `No Student with id "${studentId}".` }]);
    }
  });
});

describe('a placement is not matched', () => {
  const match = (id: string, more: object = {}) =>
    desk.run('matchPlacement', 'SCHOOL_STAFF', { placementId: id, expectedVersion: 1, ...more });

  it('where no slot is left', async () => {
    await desk.place('MATCHED');
    const id = await desk.place('PROPOSED');
    expect(refusalsOf(await match(id))).toEqual(['NO_SLOT_LEFT']);
    expect(await desk.statusOf(id)).toBe('PROPOSED');
    expect(await desk.eventsOf(id)).toEqual([]);
  });

  it('at an opportunity that was closed meanwhile', async () => {
    const id = await desk.place('PROPOSED');
    await setOpportunity({ status: 'CLOSED' });
    expect(refusalsOf(await match(id))).toEqual(['OPPORTUNITY_NOT_OPEN']);
  });

  it('by who has read another version of it', async () => {
    const id = await desk.place('PROPOSED');
    const answer = await match(id, { expectedVersion: 2 });
    expect(answer.errors).toMatchObject([
      {
        message: `Placement "${id}" is at version 1, not at 2. Read it again and decide anew.`,
        extensions: { code: 'CONFLICT' },
      },
    ]);
  });
});

describe('a placement is not approved', () => {
  const approve = (id: string, role: Role, more: object = {}) =>
    desk.run('approvePlacement', role, { placementId: id, ...more });

  it('by the school without a goal of the student’s MyCAP plan', async () => {
    const id = await desk.place('MATCHED', { my_cap_goal_id: null });
    expect(refusalsOf(await approve(id, 'SCHOOL_STAFF'))).toEqual(['MYCAP_GOAL_REQUIRED']);
    const foreign = await approve(id, 'SCHOOL_STAFF', { myCapGoalId: randomUUID() });
    expect(refusalsOf(foreign)).toEqual(['NOT_FOUND']);
    const own = await approve(id, 'SCHOOL_STAFF', { myCapGoalId: desk.goal });
    expect(refusalsOf(own)).toEqual([]);
  });

  it('with a goal that the site chose', async () => {
    const id = await desk.place('MATCHED');
    const answer = await approve(id, 'BOARD_STAFF', { myCapGoalId: desk.goal });
    expect(refusalsOf(answer)).toEqual(['FORBIDDEN']);
  });

  it.each([
    { what: 'neither paid nor for credit', rule: 'PAID_OR_CREDIT', columns: { pay: 'UNPAID' } },
    {
      what: 'a clinical practicum without pay or credit',
      rule: 'PAID_OR_CREDIT',
      columns: { wbl_type: 'CLINICAL_PRACTICUM', pay: 'UNPAID' },
    },
    {
      what: 'unpaid cooperative education',
      rule: 'COOP_MUST_BE_PAID',
      columns: { wbl_type: 'COOPERATIVE_EDUCATION', pay: 'UNPAID', credit_bearing: true },
    },
    {
      what: 'a pre-apprenticeship without its partner',
      rule: 'RA_PARTNER_REQUIRED',
      columns: { wbl_type: 'PRE_APPRENTICESHIP' },
    },
    {
      what: 'a simulation without anybody from outside',
      rule: 'EXTERNAL_CLIENT_REQUIRED',
      columns: { wbl_type: 'SIMULATION' },
    },
    {
      what: 'a capstone that no employer leads',
      rule: 'EMPLOYER_LED_REQUIRED',
      columns: { wbl_type: 'CAPSTONE' },
    },
  ])('that is $what: $rule', async ({ rule, columns }) => {
    const id = await desk.place('MATCHED', columns);
    for (const role of ['STUDENT', 'EMPLOYER', 'SCHOOL_STAFF'] as const)
      expect(refusalsOf(await approve(id, role))).toEqual([rule]);
    expect(await desk.statusOf(id)).toBe('MATCHED');
  });

  it('by a student under 14 who is not in grade 9 yet', async () => {
    await setStudent({ born_on: '2012-10-06', grade: 8 });
    const id = await desk.place('MATCHED');
    expect(refusalsOf(await approve(id, 'STUDENT'))).toEqual(['NOT_AN_ELIGIBLE_STUDENT']);
    expect(refusalsOf(await approve(id, 'FAMILY'))).toEqual([]);
  });

  it('by the family of a student who is 18', async () => {
    await setStudent({ born_on: '2008-10-05' });
    const id = await desk.place('MATCHED');
    expect(refusalsOf(await approve(id, 'FAMILY'))).toEqual(['STUDENT_IS_OF_AGE']);
    expect(refusalsOf(await approve(id, 'STUDENT'))).toEqual([]);
  });
});

describe('a placement does not start', () => {
  const start = (id: string, more: object = {}) =>
    desk.run('startPlacement', 'SCHOOL_STAFF', { placementId: id, expectedVersion: 1, ...more });
  const refuses = async (id: string, rule: string) => {
    expect(refusalsOf(await start(id))).toEqual([rule]);
    expect(await desk.statusOf(id)).toBe('APPROVED');
  };

  it('without a work permit, for who is employed and under 18', async () => {
    const id = await desk.place('APPROVED', { work_permit_on_file: null });
    await refuses(id, 'WORK_PERMIT_REQUIRED');
    expect(refusalsOf(await start(id, { workPermitOnFile: false }))).toEqual([
      'WORK_PERMIT_REQUIRED',
    ]);
    expect(refusalsOf(await start(id, { workPermitOnFile: true }))).toEqual([]);
  });

  it('without a Work-Based Learning Plan that has a job description and three career skills', async () => {
    const bare = async () => {
      const id = await desk.place('MATCHED');
      await set('placement', 'id', id, { status: 'APPROVED', opportunity_id: null });
      for (const side of ['SCHOOL', 'SITE', 'STUDENT'])
        await graph.database.pool.query(
          "insert into placement_approval values ($1, $2, 'x', '2026-09-28')",
          [id, side],
        );
      return id;
    };
    await refuses(await bare(), 'WBLP_REQUIRED');
    const two = await bare();
    await makeWblPlan(graph.database, two, ['One', 'Two']);
    await refuses(two, 'WBLP_REQUIRED');
    const blank = await bare();
    const { plan } = await makeWblPlan(graph.database, blank);
    await set('wbl_plan', 'id', plan, { job_description: ' ' });
    await refuses(blank, 'WBLP_REQUIRED');
  });

  it.each(['PAUSED', 'VETTING', 'RETIRED'])('at a site that is %s', async (status) => {
    const id = await desk.place('APPROVED');
    await setSite({ status });
    await refuses(id, 'SITE_NOT_ACTIVE');
  });

  it('at no site, unless it is an enterprise of the own', async () => {
    const id = await desk.place('APPROVED', { site_id: null, opportunity_id: null });
    await refuses(id, 'SITE_NOT_ACTIVE');
    const own = { site_id: null, opportunity_id: null, wbl_type: 'ENTREPRENEURIAL_ENTERPRISE' };
    expect(refusalsOf(await start(await desk.place('APPROVED', own)))).toEqual([]);
  });

  it('for a student who changed schools before the first day', async () => {
    const id = await desk.place('APPROVED');
    const moved = [
      { schoolCode: '90350010', enteredOn: '2024-09-03', leftOn: '2026-10-09' },
      { schoolCode: '90350020', enteredOn: '2026-10-10', leftOn: null },
    ];
    await setStudent({ enrollments: JSON.stringify(moved) });
    await refuses(id, 'NOT_ENROLLED');
  });

  it('once the consent behind it was revoked', async () => {
    const id = await desk.place('APPROVED');
    await graph.database.pool.query(
      "delete from placement_approval where placement_id = $1 and side = 'STUDENT'",
      [id],
    );
    await refuses(id, 'CONSENT_MISSING');
  });

  it('with more hours a week than the law allows a 15-year-old in February', async () => {
    await setStudent({ born_on: '2011-03-01' });
    const february = { start_date: '2027-02-08', end_date: '2027-02-26', minutes_per_week: 1_200 };
    await refuses(await desk.place('APPROVED', february), 'MINOR_HOURS_LIMIT');
  });

  it('in cooperative education at a site whose supervisors have all left', async () => {
    const coop = { wbl_type: 'COOPERATIVE_EDUCATION' };
    const id = await desk.place('APPROVED', coop);
    await setSite({ supervisors: JSON.stringify([{ id: randomUUID(), leftOn: '2026-10-04' }]) });
    await refuses(id, 'SITE_SUPERVISOR_REQUIRED');
  });

  it('beside another one where both are more than the law allows together', async () => {
    await desk.place('ACTIVE', { minutes_per_week: 2_000, opportunity_id: null });
    const id = await desk.place('APPROVED', { minutes_per_week: 881 });
    await refuses(id, 'WEEKLY_HOURS_CAP');
    await set('placement', 'id', id, { minutes_per_week: 880 });
    expect(refusalsOf(await start(id))).toEqual([]);
  });

  it('beside another one, also where the code does not look: the database says the same', async () => {
    await desk.place('ACTIVE', { minutes_per_week: 2_000, opportunity_id: null });
    const id = await desk.place('APPROVED', { minutes_per_week: 881 });
    await expect(set('placement', 'id', id, { status: 'ACTIVE' })).rejects.toMatchObject({
      code: '23514',
      constraint: 'placement_hours_fit_the_week',
    });
  });
});

describe('a placement is not completed', () => {
  const complete = (id: string) =>
    desk.run('completePlacement', 'SCHOOL_STAFF', { placementId: id, expectedVersion: 1 });
  const active = async (kinds: readonly ('BASELINE' | 'INTERIM' | 'FINAL')[], minutes = 6_000) => {
    const id = await desk.place('MATCHED');
    await set('placement', 'id', id, { status: 'ACTIVE', logged_minutes: minutes });
    const plan = await makeWblPlan(graph.database, id);
    for (const kind of kinds)
      await makeReview(graph.database, plan, { kind, date: '2026-10-14', scores: [3] });
    return id;
  };

  it.each([[[]], [['BASELINE']], [['FINAL']], [['BASELINE', 'INTERIM']]] as const)(
    'with the reviews %j alone',
    async (kinds) => {
      const id = await active(kinds);
      expect(refusalsOf(await complete(id))).toEqual(['TWO_REVIEWS_REQUIRED']);
      expect(await desk.statusOf(id)).toBe('ACTIVE');
    },
  );

  it('without hours', async () => {
    const id = await active(['BASELINE', 'FINAL'], 0);
    expect(refusalsOf(await complete(id))).toEqual(['HOURS_REQUIRED']);
  });
});

describe('a placement does not end early', () => {
  it.each([
    { what: 'before its first day', endedOn: '2026-09-13' },
    { what: 'in the future', endedOn: '2026-10-06' },
    { what: 'after its last day', endedOn: '2026-10-03', end_date: '2026-10-02' },
  ])('$what', async ({ endedOn, end_date = '2027-01-29' }) => {
    const id = await desk.place('ACTIVE', { start_date: '2026-09-14', end_date });
    const input = { placementId: id, expectedVersion: 1, endedOn, note: 'Moved.' };
    const answer = await desk.run('endPlacementEarly', 'SCHOOL_STAFF', input);
    expect(refusalsOf(answer)).toEqual(['END_DATE']);
  });

  it('without a word why', async () => {
    const input = { placementId: await desk.place('ACTIVE'), expectedVersion: 1, note: ' ' };
    const answer = await desk.run('endPlacementEarly', 'SCHOOL_STAFF', input);
    expect(refusalsOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('an illegal move', () => {
  it.each([
    {
      from: 'PROPOSED',
      mutation: 'startPlacement',
      says: 'is PROPOSED and cannot become ACTIVE. It can become MATCHED, WITHDRAWN, DECLINED.',
    },
    {
      from: 'ACTIVE',
      mutation: 'withdrawPlacement',
      says: 'is ACTIVE and cannot become WITHDRAWN. It can become COMPLETED, ENDED_EARLY.',
    },
    {
      from: 'COMPLETED',
      mutation: 'matchPlacement',
      says: 'is COMPLETED and cannot become MATCHED. It stays so.',
    },
    {
      from: 'ACTIVE',
      mutation: 'declinePlacement',
      says: 'is ACTIVE and cannot become DECLINED. It can become COMPLETED, ENDED_EARLY.',
    },
    {
      from: 'APPROVED',
      mutation: 'approvePlacement',
      says: 'is APPROVED and cannot become APPROVED. It can become ACTIVE, WITHDRAWN, DECLINED.',
    },
  ])('of $mutation from $from names the legal ones', async ({ from, mutation, says }) => {
    const id = await desk.place(from);
    const answer = await desk.run(mutation, 'SCHOOL_STAFF', {
      placementId: id,
      expectedVersion: 1,
    });
    expect(answer.errors).toMatchObject([
      { message: `Placement "${id}" ${says}`, extensions: { rule: 'ILLEGAL_MOVE' } },
    ]);
  });
});

describe('who may not', () => {
  const MAY: Readonly<Record<string, readonly Role[]>> = {
    matchPlacement: ['SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF'],
    approvePlacement: [
      'STUDENT',
      'FAMILY',
      'SCHOOL_STAFF',
      'DISTRICT_STAFF',
      'BOARD_STAFF',
      'EMPLOYER',
    ],
    startPlacement: ['SCHOOL_STAFF', 'DISTRICT_STAFF'],
    completePlacement: ['SCHOOL_STAFF', 'DISTRICT_STAFF'],
    endPlacementEarly: ['SCHOOL_STAFF', 'DISTRICT_STAFF'],
    withdrawPlacement: ['STUDENT', 'SCHOOL_STAFF', 'DISTRICT_STAFF'],
    declinePlacement: ['SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF', 'EMPLOYER'],
  };
  const HIDDEN_FROM: readonly Role[] = ['PARTNER', 'STATE', 'ADMIN'];
  const refusalOf = (role: Role) => {
    if (role === 'PUBLIC') return 'UNAUTHENTICATED';
    return HIDDEN_FROM.includes(role) ? 'NOT_FOUND' : 'FORBIDDEN';
  };
  const FROM: Readonly<Record<string, string>> = {
    completePlacement: 'ACTIVE',
    endPlacementEarly: 'ACTIVE',
    startPlacement: 'APPROVED',
    matchPlacement: 'PROPOSED',
  };

  it.each(Object.entries(MAY))('%s is refused, and changes nothing', async (mutation, may) => {
    const from = FROM[mutation] ?? 'MATCHED';
    const id = await desk.place(from);
    const input = { placementId: id, expectedVersion: 1, note: 'Try.' };
    for (const role of ROLES.filter((each) => !may.includes(each)))
      expect([role, ...refusalsOf(await desk.run(mutation, role, input))]).toEqual([
        role,
        refusalOf(role),
      ]);
    expect(await desk.statusOf(id)).toBe(from);
    expect(await desk.eventsOf(id)).toEqual([]);
  });

  it.each(
    ROLES.filter(
      (role) => !['STUDENT', 'SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF'].includes(role),
    ),
  )('proposes as %s', async (role) => {
    const input = { studentId: desk.student, opportunityId: desk.opportunity };
    const hidden = [...HIDDEN_FROM, 'EMPLOYER'].includes(role);
    expect(refusalsOf(await desk.run('proposePlacement', role, input))).toEqual([
      hidden ? 'NOT_FOUND' : refusalOf(role),
    ]);
    expect(await placements()).toBe(0);
  });

  it('finds a placement of others that is not there for them', async () => {
    const other = await openDesk(graph);
    const id = await other.place('PROPOSED');
    await graph.database.pool.query(
      "update placement set school_code = '90360010', board_code = 'METRO_NORTH' where id = $1",
      [id],
    );
    for (const role of ['STUDENT', 'SCHOOL_STAFF', 'BOARD_STAFF'] as const) {
      const input = { placementId: id, expectedVersion: 1 };
      expect(refusalsOf(await desk.run('withdrawPlacement', role, input))).toEqual(['NOT_FOUND']);
    }
  });
});
