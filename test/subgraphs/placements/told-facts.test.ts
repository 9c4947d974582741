import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { FILLS_A_SLOT } from '../../../subgraphs/placements/domain/slots.ts';
import { PlacementStatus } from '../../../subgraphs/placements/generated/client/client.ts';
import { makeOpportunityRef, makeStudentRef } from '../../support/make-placement-refs.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';

let databases: TestDatabases;
let database: Database;
beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create('placements');
});
afterAll(() => databases.stop());

const query = async (sql: string, values: readonly unknown[] = []) =>
  (await database.pool.query(sql, [...values])).rows;
const fact = async (topic: string, key: string) =>
  (await query('select body from change where topic = $1 and key = $2', [topic, key]))[0]?.body ??
  null;
const countedAt = async (opportunity: string): Promise<number> => {
  const sql = `select count(*)::int as counted from placement
                where opportunity_id = $1 and status = any($2::"PlacementStatus"[])`;
  return (await query(sql, [opportunity, FILLS_A_SLOT]))[0]?.counted;
};
const filledAt = async (opportunity: string): Promise<number> =>
  (await query('select filled from opportunity_ref where opportunity_id = $1', [opportunity]))[0]
    ?.filled;

type World = { readonly student: string; readonly here: string; readonly there: string };
type Write = (world: World) => readonly [sql: string, values: readonly unknown[]];

const INSERT = `
  insert into placement (id, student_id, opportunity_id, site_id, school_code, board_code, wbl_type, status,
    start_date, minutes_per_week, planned_minutes, pay, credit_bearing, season, broker_role)
  select gen_random_uuid(), $1, $2, gen_random_uuid(), '90350010', 'BOSTON', 'INTERNSHIP', $3,
         '2026-10-12', 600, 6000, 'UNPAID', true, 'SCHOOL_YEAR', 'NOT_BROKERED' from generate_series(1, $4)`;
const NTH = 'id = (select id from placement where student_id = $1 order by id offset $2 limit 1)';

const status = fc.constantFrom(...Object.values(PlacementStatus));
const nth = fc.nat(9);
const writes: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(status, fc.integer({ min: 1, max: 3 })).map(
    ([to, many]): Write =>
      ({ student, here }) => [INSERT, [student, here, to, many]],
  ),
  fc.tuple(nth, status).map(
    ([n, to]): Write =>
      ({ student }) => [`update placement set status = $3 where ${NTH}`, [student, n, to]],
  ),
  status.map(
    (to): Write =>
      ({ student }) => ['update placement set status = $2 where student_id = $1', [student, to]],
  ),
  nth.map(
    (n): Write =>
      ({ student, there }) => [
        `update placement set opportunity_id = $3 where ${NTH}`,
        [student, n, there],
      ],
  ),
  nth.map(
    (n): Write =>
      ({ student }) => [`delete from placement where ${NTH}`, [student, n]],
  ),
);

async function newWorld(): Promise<World> {
  const room = { slots: 1_000 };
  return {
    student: await makeStudentRef(database),
    here: await makeOpportunityRef(database, room),
    there: await makeOpportunityRef(database, room),
  };
}

describe('what is told of slots and placements', () => {
  it('is what is counted, after any writes in any number', async () => {
    const isWhatIsCounted = async (made: readonly Write[]) => {
      const world = await newWorld();
      for (const write of made) await query(...write(world));
      const counted = [await countedAt(world.here), await countedAt(world.there)];
      expect([await filledAt(world.here), await filledAt(world.there)]).toEqual(counted);
      expect(await fact('capacity', world.here)).toMatchObject({ filled: counted[0] });
      expect(await fact('capacity', world.there)).toMatchObject({ filled: counted[1] });
      const placed = { lastPlacementStart: '2026-10-12', placedAtSites: true };
      expect(await fact('experience', world.student)).toEqual(
        counted.some(Boolean) ? { studentId: world.student, ...placed } : null,
      );
    };
    const anyWrites = fc.array(writes, { maxLength: 12 });
    await fc.assert(fc.asyncProperty(anyWrites, isWhatIsCounted), { numRuns: 40 });
  });

  it('is told anew, and counted anew, after rows were loaded without triggers', async () => {
    const { student } = await newWorld();
    const opportunity = await makeOpportunityRef(database, { slots: 1 });
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query("set local session_replication_role = 'replica'");
      for (const to of ['MATCHED', 'COMPLETED', 'DECLINED'])
        await client.query(INSERT, [student, opportunity, to, 1]);
      await client.query("set local session_replication_role = 'origin'");
      await client.query('select republish_all()');
      await client.query('commit');
    } finally {
      client.release();
    }
    expect(await fact('capacity', opportunity)).toMatchObject({ slots: 2, filled: 2 });
    const placed = { lastPlacementStart: '2026-10-12', placedAtSites: true };
    expect(await fact('experience', student)).toEqual({ studentId: student, ...placed });
  });

  it('has the latest start of all that students hold, also of those told at once', async () => {
    const { student } = await newWorld();
    const days = ['2026-09-14', '2027-01-11', '2025-07-06'];
    await Promise.all(
      days.map((day) => {
        const columns = { student_id: student, start_date: day, end_date: null, pay: 'UNPAID' };
        return makePlacement(database, columns);
      }),
    );
    expect(await fact('experience', student)).toMatchObject({ lastPlacementStart: '2027-01-11' });
  });
});

it('the database fills a slot by the same statuses as the code', async () => {
  const rows = await query(
    'select s as status from unnest(enum_range(null::"PlacementStatus")) s where fills_a_slot(s)',
  );
  expect(rows.map((row) => row.status).toSorted()).toEqual([...FILLS_A_SLOT].toSorted());
});
