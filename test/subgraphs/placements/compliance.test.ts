import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { insert } from '../../support/insert.ts';
import { makePlacement, makeReview, makeWblPlan } from '../../support/make-placements.ts';
import { type Desk, openDesk } from '../../support/placements-desk.ts';
import {
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const ONE = `query ($id: ID!) { placement(id: $id) { compliance { rule severity message } } }`;
const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Placement { id compliance { rule } countsForPerkins5S3 }
} }`;
/** Q4: active placements with no baseline review yet. */
const MISSING_BASELINE = `query ($kind: ReviewKind!) {
  placements(filter: { board: BOSTON, status: [ACTIVE], missingReview: $kind }, first: 100) {
    totalCount nodes { id compliance { rule severity message } }
  }
}`;

let graph: SubgraphUnderTest;
let desk: Desk;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.database.pool.query('truncate placement cascade');
  desk = await openDesk(graph, { opportunity: { slots: 1_000 } });
});

type Finding = { readonly rule: string; readonly severity: string; readonly message: string };
async function findings(id: string): Promise<readonly Finding[]> {
  const { data } = await graph.ask(ONE, { as: desk.actors.BOARD_STAFF, id });
  const placement = data?.placement as { readonly compliance: Finding[] } | undefined;
  return placement?.compliance ?? [];
}
const rules = async (id: string) => (await findings(id)).map(({ rule }) => rule);

describe('the compliance of a placement', () => {
  it('is judged by what is known of the student, the site, the plan and the reviews', async () => {
    const id = await desk.place('ACTIVE', { start_date: '2026-09-14' });
    expect(await findings(id)).toEqual([
      {
        rule: 'TWO_REVIEWS_REQUIRED',
        severity: 'BLOCKING',
        message: 'There is no BASELINE review yet; both are needed before it is completed.',
      },
    ]);
    const { rows } = await graph.database.pool.query(
      `select w.id as plan, array_agg(k.id order by k.position) as skills
         from wbl_plan w join career_skill k on k.plan_id = w.id where w.placement_id = $1 group by 1`,
      [id],
    );
    await makeReview(graph.database, rows[0], {
      kind: 'BASELINE',
      date: '2026-09-21',
      scores: [3],
    });
    expect(await findings(id)).toEqual([]);
    await graph.database.pool.query("update site_ref set status = 'PAUSED' where site_id = $1", [
      desk.site,
    ]);
    await graph.database.pool.query(
      "update student_ref set born_on = '2011-03-01' where student_id = $1",
      [desk.student],
    );
    expect(await rules(id)).toEqual(['SITE_NOT_ACTIVE']);
  });

  it('finds a day with more hours than the law allows', async () => {
    const id = await desk.place('ACTIVE', { start_date: '2026-09-14' });
    const entry = { placement_id: id, worked_on: '2026-10-01' };
    await insert(graph.database, 'hours_entry', { ...entry, id: randomUUID(), minutes: 300 });
    await insert(graph.database, 'hours_entry', { ...entry, id: randomUUID(), minutes: 241 });
    expect((await findings(id)).map(({ message }) => message)).toContain(
      '9.02 hours are logged on 2026-10-01; the law allows the student 9 on such a day.',
    );
  });

  it('finds that a consent was revoked while the placement runs', async () => {
    const id = await desk.place('ACTIVE', { start_date: '2026-09-14' });
    const employer = 'select employer_id from site_ref where site_id = $1';
    const { rows } = await graph.database.pool.query(employer, [desk.site]);
    const consent = {
      id: randomUUID(),
      basis: 'ELIGIBLE_STUDENT',
      recipient: rows[0]?.employer_id,
      purpose: 'PLACEMENT',
      grantedOn: '2026-09-01',
      expiresOn: '2027-06-30',
      revokedOn: '2026-10-01',
    };
    await graph.database.pool.query('update student_ref set consents = $2 where student_id = $1', [
      desk.student,
      JSON.stringify([consent]),
    ]);
    expect(await rules(id)).toEqual(['CONSENT_MISSING', 'TWO_REVIEWS_REQUIRED']);
  });

  it('judges nobody by an age that is not known', async () => {
    const id = await makePlacement(graph.database, { minutes_per_week: 6_000, status: 'PROPOSED' });
    expect(await rules(id)).toEqual([]);
  });

  it('of a hundred placements is one statement more', async () => {
    for (let n = 0; n < 100; n++) await desk.place('ACTIVE', { pay: 'STIPEND' });
    const as = desk.actors.BOARD_STAFF;
    const answer = await graph.count(MISSING_BASELINE, { as, kind: 'BASELINE' });
    expect(answer.statements).toBe(3);
    const page = answer.data?.placements as {
      totalCount: number;
      nodes: { compliance: Finding[] }[];
    };
    expect(page.totalCount).toBe(100);
    expect(new Set(page.nodes.map(({ compliance }) => compliance[0]?.rule))).toEqual(
      new Set(['TWO_REVIEWS_REQUIRED']),
    );
  });

  it('is reached through an entity, with whether the placement counts', async () => {
    const ids = [
      await desk.place('COMPLETED', { logged_minutes: 6_000, wbl_type: 'INTERNSHIP' }),
      await desk.place('COMPLETED', { logged_minutes: 5_999 }),
    ];
    const keys = representations('Placement', 'id', ids);
    const answer = await graph.count(ENTITIES, { as: desk.actors.STUDENT, keys });
    expect(answer.statements).toBe(2);
    expect(answer.data).toEqual({
      _entities: [
        { id: ids[0], compliance: [{ rule: 'TWO_REVIEWS_REQUIRED' }], countsForPerkins5S3: true },
        {
          id: ids[1],
          compliance: [{ rule: 'MIN_100_HOURS' }, { rule: 'TWO_REVIEWS_REQUIRED' }],
          countsForPerkins5S3: false,
        },
      ],
    });
  });
});

describe('placements that miss a review', () => {
  it.each([
    { held: [], missing: ['BASELINE', 'INTERIM', 'FINAL'] },
    { held: ['BASELINE'], missing: ['INTERIM', 'FINAL'] },
    { held: ['BASELINE', 'FINAL'], missing: ['INTERIM'] },
  ] as const)('with $held are those that miss $missing', async ({ held, missing }) => {
    const id = await makePlacement(graph.database, { student_id: desk.student });
    const plan = await makeWblPlan(graph.database, id);
    for (const kind of held)
      await makeReview(graph.database, plan, { kind, date: '2026-07-10', scores: [3] });
    const as = desk.actors.BOARD_STAFF;
    const found: string[] = [];
    for (const kind of ['BASELINE', 'INTERIM', 'FINAL']) {
      const { data } = await graph.ask(MISSING_BASELINE, { as, kind });
      const page = data?.placements as { readonly totalCount: number } | undefined;
      if (page && page.totalCount > 0) found.push(kind);
    }
    expect(found).toEqual(missing);
  });

  it('are also those without a plan', async () => {
    const id = await makePlacement(graph.database, { student_id: desk.student });
    const { data } = await graph.ask(MISSING_BASELINE, {
      as: desk.actors.SCHOOL_STAFF,
      kind: 'FINAL',
    });
    expect(data).toMatchObject({ placements: { totalCount: 1, nodes: [{ id }] } });
  });
});
