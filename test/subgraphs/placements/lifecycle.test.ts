import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { makeReview, makeWblPlan } from '../../support/make-placements.ts';
import { type Desk, openDesk, refusalsOf } from '../../support/placements-desk.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

const RECORD = `query ($id: ID!) { placement(id: $id) {
  status version school { deseCode } wblType plannedHours hourlyWage startDate endDate season
  myCapGoal { id } approvals { side by } history { from to by note } countsForPerkins5S3
} }`;

let graph: SubgraphUnderTest;
let desk: Desk;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  desk = await openDesk(graph);
});

it('a placement goes from proposed to completed, and its history tells who moved it', async () => {
  const { student, opportunity, goal, actors } = desk;
  const { id } = await desk.run('proposePlacement', 'STUDENT', {
    studentId: student,
    opportunityId: opportunity,
    note: 'I like labs.',
  });
  const matched = await desk.run('matchPlacement', 'BOARD_STAFF', {
    placementId: id,
    expectedVersion: 1,
  });
  expect(matched.data).toEqual({
    matchPlacement: { placementId: id, placement: { id, status: 'MATCHED', version: 2 } },
  });
  await desk.run('approvePlacement', 'FAMILY', { placementId: id });
  const bySite = await desk.run('approvePlacement', 'BOARD_STAFF', { placementId: id });
  expect(bySite.data).toMatchObject({ approvePlacement: { placement: { status: 'MATCHED' } } });
  await desk.run('approvePlacement', 'DISTRICT_STAFF', { placementId: id, myCapGoalId: goal });
  const plan = await makeWblPlan(graph.database, id);
  const start = { placementId: id, expectedVersion: 5, workPermitOnFile: true };
  expect((await desk.run('startPlacement', 'SCHOOL_STAFF', start)).errors).toBeUndefined();
  await makeReview(graph.database, plan, { kind: 'BASELINE', date: '2026-10-14', scores: [3] });
  await makeReview(graph.database, plan, { kind: 'FINAL', date: '2027-01-27', scores: [4] });
  await graph.database.pool.query('update placement set logged_minutes = 6000 where id = $1', [id]);
  const done = { placementId: id, expectedVersion: 6, note: 'Well done.' };
  expect((await desk.run('completePlacement', 'SCHOOL_STAFF', done)).errors).toBeUndefined();
  expect(await graph.ask(RECORD, { as: actors.STUDENT, id })).toEqual({
    data: {
      placement: {
        status: 'COMPLETED',
        version: 7,
        school: { deseCode: '90350010' },
        wblType: 'INTERNSHIP',
        plannedHours: 150,
        hourlyWage: 18,
        startDate: '2026-10-12',
        endDate: '2027-01-29',
        season: 'SCHOOL_YEAR',
        myCapGoal: { id: goal },
        approvals: [
          { side: 'SCHOOL', by: 'district' },
          { side: 'SITE', by: 'board' },
          { side: 'STUDENT', by: 'family' },
        ],
        history: [
          { from: null, to: 'PROPOSED', by: 'student', note: 'I like labs.' },
          { from: 'PROPOSED', to: 'MATCHED', by: 'board', note: null },
          { from: 'MATCHED', to: 'APPROVED', by: 'district', note: null },
          { from: 'APPROVED', to: 'ACTIVE', by: 'school', note: null },
          { from: 'ACTIVE', to: 'COMPLETED', by: 'school', note: 'Well done.' },
        ],
        countsForPerkins5S3: true,
      },
    },
  });
});

describe('an employer', () => {
  it('agrees to and declines placements at its site, and reads nothing of them', async () => {
    const [one, two] = [await desk.place('MATCHED'), await desk.place('PROPOSED')];
    const agreed = await desk.run('approvePlacement', 'EMPLOYER', { placementId: one });
    expect(agreed.data).toEqual({ approvePlacement: { placementId: one, placement: null } });
    expect(refusalsOf(agreed)).toEqual(['FORBIDDEN_FIELD']);
    const declined = await desk.run('declinePlacement', 'EMPLOYER', {
      placementId: two,
      note: 'We are full.',
    });
    expect(declined.data).toEqual({ declinePlacement: { placementId: two, placement: null } });
    expect(await desk.statusOf(two)).toBe('DECLINED');
    expect(await desk.eventsOf(two)).toEqual([
      { from_status: 'PROPOSED', to_status: 'DECLINED', by: 'employer', note: 'We are full.' },
    ]);
  });

  it('does not reach a placement at another site', async () => {
    const elsewhere = await openDesk(graph);
    const id = await elsewhere.place('MATCHED');
    expect(refusalsOf(await desk.run('approvePlacement', 'EMPLOYER', { placementId: id }))).toEqual(
      ['NOT_FOUND'],
    );
  });
});

describe('the sides', () => {
  const agree = async (id: string, roles: readonly ('STUDENT' | 'EMPLOYER' | 'SCHOOL_STAFF')[]) => {
    for (const role of roles) await desk.run('approvePlacement', role, { placementId: id });
    return desk.statusOf(id);
  };

  it.each([
    ['STUDENT', 'EMPLOYER', 'SCHOOL_STAFF'],
    ['SCHOOL_STAFF', 'STUDENT', 'EMPLOYER'],
    ['EMPLOYER', 'SCHOOL_STAFF', 'STUDENT'],
  ] as const)('agree in any order: %s, %s, %s', async (...roles) => {
    const id = await desk.place('MATCHED');
    expect(await agree(id, roles.slice(0, 2))).toBe('MATCHED');
    expect(await agree(id, roles.slice(2))).toBe('APPROVED');
  });

  it('that agree at once are all heard, and it is approved once', async () => {
    const id = await desk.place('MATCHED');
    const roles = ['STUDENT', 'EMPLOYER', 'SCHOOL_STAFF'] as const;
    await Promise.all(roles.map((role) => desk.run('approvePlacement', role, { placementId: id })));
    expect(await desk.statusOf(id)).toBe('APPROVED');
    expect(await desk.eventsOf(id)).toMatchObject([
      { from_status: 'MATCHED', to_status: 'APPROVED' },
    ]);
  });

  it('that agree twice have agreed once', async () => {
    const id = await desk.place('MATCHED');
    expect(await agree(id, ['STUDENT', 'STUDENT', 'STUDENT'])).toBe('MATCHED');
    const { rows } = await graph.database.pool.query(
      'select side from placement_approval where placement_id = $1',
      [id],
    );
    expect(rows).toEqual([{ side: 'STUDENT' }]);
  });

  const consented = (recipient: string, more: object = {}) => [
    {
      id: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b0001',
      basis: 'ELIGIBLE_STUDENT',
      recipient,
      purpose: 'PLACEMENT',
      grantedOn: '2026-09-01',
      expiresOn: '2027-06-30',
      revokedOn: null,
      ...more,
    },
  ];
  const setConsents = (consents: object[]) =>
    graph.database.pool.query('update student_ref set consents = $2 where student_id = $1', [
      desk.student,
      JSON.stringify(consents),
    ]);
  const employerId = async () => {
    const sql = 'select employer_id from site_ref where site_id = $1';
    return (await graph.database.pool.query(sql, [desk.site])).rows[0]?.employer_id;
  };

  it('need no click of the student who gave a consent that names the employer', async () => {
    await setConsents(consented(await employerId()));
    expect(await agree(await desk.place('MATCHED'), ['EMPLOYER', 'SCHOOL_STAFF'])).toBe('APPROVED');
  });

  it('need no click of the student whose consent calls the employer by its name', async () => {
    await graph.database.pool.query(
      "insert into employer_ref values ($1, 'PRIVATE', 'BOSTON', 'Example Labs')",
      [await employerId()],
    );
    await setConsents(consented('Example Labs'));
    expect(await agree(await desk.place('MATCHED'), ['EMPLOYER', 'SCHOOL_STAFF'])).toBe('APPROVED');
  });

  it.each([
    { what: 'expired', more: { expiresOn: '2026-10-05' } },
    { what: 'revoked', more: { revokedOn: '2026-10-05' } },
    { what: 'is for another purpose', more: { purpose: 'RESEARCH' } },
    { what: 'names somebody else', more: { recipient: 'Somebody Else' } },
  ])('wait for the student whose consent $what', async ({ more }) => {
    await setConsents(consented(await employerId(), more));
    expect(await agree(await desk.place('MATCHED'), ['EMPLOYER', 'SCHOOL_STAFF'])).toBe('MATCHED');
  });

  it('wait for a student who agreed and then revoked the consent to that employer', async () => {
    const id = await desk.place('MATCHED');
    await agree(id, ['STUDENT']);
    await setConsents(consented(await employerId(), { revokedOn: '2026-10-05' }));
    expect(await agree(id, ['EMPLOYER', 'SCHOOL_STAFF'])).toBe('MATCHED');
  });

  it('are two where there is no site: an enterprise of the own', async () => {
    const enterprise = { wbl_type: 'ENTREPRENEURIAL_ENTERPRISE', site_id: null };
    const id = await desk.place('MATCHED', { ...enterprise, opportunity_id: null });
    expect(await agree(id, ['STUDENT', 'SCHOOL_STAFF'])).toBe('APPROVED');
  });
});

describe('a place that the student found', () => {
  it('becomes a placement with what is told of it', async () => {
    const place = {
      siteId: desk.site,
      wblType: 'PART_TIME_EMPLOYMENT',
      startDate: '2026-11-02',
      endDate: '2027-07-30',
      hoursPerWeek: 7.5,
      plannedHours: 120,
      pay: 'EMPLOYER_PAID',
      hourlyWage: 15.25,
      creditBearing: false,
    };
    const { id, errors } = await desk.run('proposePlacement', 'SCHOOL_STAFF', {
      studentId: desk.student,
      place,
      brokerRole: 'WBLP_FACILITATION',
      myCapGoalId: desk.goal,
    });
    expect(errors).toBeUndefined();
    const { data } = await graph.ask(
      `query ($id: ID!) { placement(id: $id) {
        site { id } opportunity { id } plannedHours hourlyWage season brokerRole myCapGoal { id }
      } }`,
      { as: desk.actors.STUDENT, id },
    );
    expect(data).toEqual({
      placement: {
        site: { id: desk.site },
        opportunity: null,
        plannedHours: 120,
        hourlyWage: 15.25,
        season: 'BOTH',
        brokerRole: 'WBLP_FACILITATION',
        myCapGoal: { id: desk.goal },
      },
    });
  });
});

describe('a key', () => {
  it('makes a retry answer the same placement, which is there once', async () => {
    const input = { studentId: desk.student, opportunityId: desk.opportunity };
    const first = await desk.run('proposePlacement', 'STUDENT', input, 'a');
    expect(await desk.run('proposePlacement', 'STUDENT', input, 'a')).toEqual(first);
    const move = { placementId: first.id, expectedVersion: 1 };
    const moved = await desk.run('withdrawPlacement', 'STUDENT', move, 'b');
    expect(await desk.run('withdrawPlacement', 'STUDENT', move, 'b')).toEqual(moved);
    expect(await desk.eventsOf(first.id)).toHaveLength(2);
  });
});

it('one that ends early keeps its slot, and ends on the day that is told', async () => {
  const id = await desk.place('ACTIVE', { start_date: '2026-09-14' });
  const ended = await desk.run('endPlacementEarly', 'SCHOOL_STAFF', {
    placementId: id,
    expectedVersion: 1,
    endedOn: '2026-09-30',
    note: 'Moved away.',
  });
  expect(ended.data).toMatchObject({
    endPlacementEarly: { placement: { status: 'ENDED_EARLY', version: 2 } },
  });
  const { data } = await graph.ask(RECORD, { as: desk.actors.STUDENT, id });
  expect(data).toMatchObject({ placement: { endDate: '2026-09-30', countsForPerkins5S3: false } });
});
