import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { catchUp } from '../../support/following.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { makeOpportunity, makeSite } from '../employers-and-sites/makers.ts';

let databases: TestDatabases;
let employers: Database;
let placements: Database;
let site: string;
beforeAll(async () => {
  databases = await startTestDatabases();
  employers = await databases.create('employers-and-sites');
  placements = await databases.create('placements');
  site = await makeSite(employers);
});
afterAll(() => databases.stop());

const meet = () => catchUp({ 'employers-and-sites': employers, placements });

/** A history of one opportunity: requests for slots there, students placed and gone here, facts that arrive or wait. */
type Event = (opportunity: string) => Promise<unknown>;
const REQUEST = `update opportunity set slots_requested = $2, slots_version = slots_version + 1
  where id = $1 and slots_requested is distinct from $2`;
const LEAVE = `update placement set status = 'WITHDRAWN' where id = (
  select id from placement where opportunity_id = $1 and status = 'MATCHED' order by id limit 1)`;
const HAS_A_SLOT = 'select from opportunity_ref where opportunity_id = $1 and filled < slots';

async function match(opportunity: string): Promise<void> {
  const { rowCount } = await placements.pool.query(HAS_A_SLOT, [opportunity]);
  if (rowCount === 0) return;
  await makePlacement(placements, {
    student_id: randomUUID(),
    opportunity_id: opportunity,
    status: 'MATCHED',
  });
}

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map(
    (slots): Event =>
      (id) =>
        employers.pool.query(REQUEST, [id, slots]),
  ),
  fc.constant<Event>(match),
  fc.constant<Event>((id) => placements.pool.query(LEAVE, [id])),
  fc.constant<Event>(meet),
);

async function toldOf(opportunity: string) {
  const there = await employers.pool.query(
    'select slots, filled, slots_version, slots_refused, status from opportunity where id = $1',
    [opportunity],
  );
  const here = await placements.pool.query(
    `select slots, filled, slots_version, slots_refused,
            (select count(*)::int from placement p where p.opportunity_id = $1 and fills_a_slot(p.status)) as counted
       from opportunity_ref where opportunity_id = $1`,
    [opportunity],
  );
  return { there: there.rows[0], here: here.rows[0] };
}

it('slots are the same on both sides once each knows of the other, whatever was asked and taken meanwhile', async () => {
  const comesOut = async (history: readonly Event[]) => {
    const opportunity = await makeOpportunity(employers, site, { slots: 2 });
    await meet();
    for (const event of history) await event(opportunity);
    await meet();
    const { there, here } = await toldOf(opportunity);
    const { counted, ...kept } = here;
    const { status, ...told } = there;
    expect(told).toEqual(kept);
    expect(kept.filled).toBe(counted);
    expect(kept.filled).toBeLessThanOrEqual(kept.slots);
    expect(status).toBe(kept.filled < kept.slots ? 'OPEN' : 'FILLED');
  };
  const histories = fc.array(events, { maxLength: 14 });
  await fc.assert(fc.asyncProperty(histories, comesOut), { numRuns: 25 });
});
