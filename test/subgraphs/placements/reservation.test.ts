import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILLS_A_SLOT } from '../../../subgraphs/placements/domain/slots.ts';
import { followOpportunities } from '../../../subgraphs/placements/following/opportunities.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { type Desk, openDesk, refusalsOf } from '../../support/placements-desk.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
  // A cold process spends seconds on its first statements, and these tests are about the crowd.
  const desk = await openDesk(graph, { opportunity: { slots: 9 } });
  const move = async (mutation: string, from: string) =>
    desk.run(mutation, 'SCHOOL_STAFF', { placementId: await desk.place(from), expectedVersion: 1 });
  await move('matchPlacement', 'PROPOSED');
  await move('startPlacement', 'APPROVED');
  await move('withdrawPlacement', 'MATCHED');
});
afterAll(() => graph.stop());

const query = async (sql: string, values: readonly unknown[] = []) =>
  (await graph.database.pool.query(sql, [...values])).rows;
const fact = async (topic: string, key: string) =>
  (await query('select body from change where topic = $1 and key = $2', [topic, key]))[0]?.body;

/** What is kept as taken, and what is counted. */
async function slotsOf({ opportunity }: Pick<Desk, 'opportunity'>) {
  const [row] = await query(
    `select filled, (select count(*)::int from placement p
       where p.opportunity_id = o.opportunity_id and p.status = any($2::"PlacementStatus"[])) as counted
       from opportunity_ref o where opportunity_id = $1`,
    [opportunity, FILLS_A_SLOT],
  );
  return row;
}

describe('fifty who are matched at once', () => {
  it('to an opportunity with three open slots are three, and the others are told', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 3 } });
    const ids = await Promise.all(FIFTY.map(() => desk.place('PROPOSED')));
    const answers = await Promise.all(
      ids.map((placementId) =>
        desk.run('matchPlacement', 'SCHOOL_STAFF', { placementId, expectedVersion: 1 }),
      ),
    );
    const refusals = answers.flatMap(refusalsOf);
    expect(refusals).toEqual(Array.from({ length: 47 }, () => 'NO_SLOT_LEFT'));
    expect(await slotsOf(desk)).toEqual({ filled: 3, counted: 3 });
    expect(await fact('capacity', desk.opportunity)).toEqual({
      opportunityId: desk.opportunity,
      slots: 3,
      filled: 3,
      slotsVersion: 1,
      refused: false,
    });
  });

  it('to an opportunity from which others withdraw never fill more than there are', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 5 } });
    const held = await Promise.all(FIFTY.slice(0, 5).map(() => desk.place('MATCHED')));
    const wanting = await Promise.all(FIFTY.slice(0, 20).map(() => desk.place('PROPOSED')));
    const move = (mutation: string) => (placementId: string) =>
      desk.run(mutation, 'SCHOOL_STAFF', { placementId, expectedVersion: 1 });
    const answers = await Promise.all([
      ...wanting.map(move('matchPlacement')),
      ...held.map(move('withdrawPlacement')),
    ]);
    const refusals = new Set(answers.flatMap(refusalsOf));
    expect([...refusals].filter((rule) => rule !== 'NO_SLOT_LEFT')).toEqual([]);
    const { filled, counted } = await slotsOf(desk);
    expect(filled).toBe(counted);
    expect(filled).toBeLessThanOrEqual(5);
  });

  it('while the slots are asked to be fewer never fill more than there are then', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 8 } });
    const ids = await Promise.all(FIFTY.slice(0, 20).map(() => desk.place('PROPOSED')));
    const [told] = await query(
      `select json_build_object('id', opportunity_id, 'siteId', site_id, 'boardCode', board_code,
         'wblType', wbl_type, 'pay', pay, 'creditBearing', credit_bearing, 'startDate', start_date,
         'endDate', end_date, 'status', status, 'slotsRequested', 3, 'slotsVersion', 2) as body
         from opportunity_ref where opportunity_id = $1`,
      [desk.opportunity],
    );
    const fewer = async () => {
      const client = await graph.database.pool.connect();
      try {
        const key = desk.opportunity;
        await followOpportunities(client, [{ topic: 'opportunity', key, body: told.body }]);
      } finally {
        client.release();
      }
    };
    const match = (placementId: string) =>
      desk.run('matchPlacement', 'SCHOOL_STAFF', { placementId, expectedVersion: 1 });
    const [, ...answers] = await Promise.all([fewer(), ...ids.map(match)]);
    expect(new Set(answers.flatMap(refusalsOf))).toEqual(new Set(['NO_SLOT_LEFT']));
    const { filled, counted } = await slotsOf(desk);
    const capacity = await fact('capacity', desk.opportunity);
    expect([filled, capacity.filled]).toEqual([counted, counted]);
    expect(filled).toBe(capacity.slots);
    expect(capacity).toMatchObject({ slotsVersion: 2, refused: capacity.slots === 8 });
  });

  it('where the code does not look are three as well: the database says the same', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 3 } });
    const ids = await Promise.all(FIFTY.map(() => desk.place('PROPOSED')));
    const sql = "update placement set status = 'MATCHED' where id = $1";
    const tried = await Promise.allSettled(ids.map((id) => query(sql, [id])));
    const refused = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(47);
    expect(new Set(refused.map(({ constraint }) => constraint))).toEqual(
      new Set(['opportunity_ref_has_slots_for_all']),
    );
    expect(await slotsOf(desk)).toEqual({ filled: 3, counted: 3 });
  });
});

describe('specialists with the same version', () => {
  it('match one placement once: the others meet a conflict', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 9 } });
    const placementId = await desk.place('PROPOSED');
    const answers = await Promise.all(
      FIFTY.map(() =>
        desk.run('matchPlacement', 'SCHOOL_STAFF', { placementId, expectedVersion: 1 }),
      ),
    );
    expect(answers.flatMap(refusalsOf)).toEqual(Array.from({ length: 49 }, () => 'CONFLICT'));
    expect(await slotsOf(desk)).toEqual({ filled: 1, counted: 1 });
    expect(await desk.eventsOf(placementId)).toHaveLength(1);
  });

  it('match and withdraw one placement: one of the two is done', async () => {
    const desk = await openDesk(graph);
    const placementId = await desk.place('PROPOSED');
    const input = { placementId, expectedVersion: 1 };
    const answers = await Promise.all([
      desk.run('matchPlacement', 'BOARD_STAFF', input),
      desk.run('withdrawPlacement', 'SCHOOL_STAFF', input),
    ]);
    expect(answers.flatMap(refusalsOf)).toEqual(['CONFLICT']);
    expect(await desk.eventsOf(placementId)).toHaveLength(1);
  });
});

describe('fifty who are started at once', () => {
  it('beside each other are as many as the law allows in a week', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 50 } });
    // 48 hours a week are allowed at 17: four of eleven hours and a half, and no fifth.
    const ids = await Promise.all(
      FIFTY.map(() => desk.place('APPROVED', { minutes_per_week: 690 })),
    );
    const answers = await Promise.all(
      ids.map((placementId) =>
        desk.run('startPlacement', 'SCHOOL_STAFF', { placementId, expectedVersion: 1 }),
      ),
    );
    expect(answers.flatMap(refusalsOf)).toEqual(
      Array.from({ length: 46 }, () => 'WEEKLY_HOURS_CAP'),
    );
    const statuses = await Promise.all(ids.map(desk.statusOf));
    expect(statuses.filter((status) => status === 'ACTIVE')).toHaveLength(4);
  });

  it('where the code does not look are as many: the database says the same', async () => {
    const desk = await openDesk(graph, { opportunity: { slots: 50 } });
    const ids = await Promise.all(
      FIFTY.map(() => desk.place('APPROVED', { minutes_per_week: 690 })),
    );
    const sql = "update placement set status = 'ACTIVE' where id = $1";
    const tried = await Promise.allSettled(ids.map((id) => query(sql, [id])));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  });
});
