import { expect, it } from 'vitest';
import { factsOfTheDemo, values } from './facts-of-the-demo.ts';

factsOfTheDemo(({ employers, placements }) => {
  it('never fills more slots than there are, and only at sites that may host', async () => {
    const filled = new Map(
      (
        await placements(
          `select opportunity_id as id, count(*) from placement where opportunity_id is not null and status in ('MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY') group by 1`,
        )
      ).map((row) => [row.id, Number(row.count)]),
    );
    const offers = await employers('select id, slots, status, end_date from opportunity');
    expect(offers.filter((row) => (filled.get(row.id) ?? 0) > Number(row.slots))).toEqual([]);
    expect(
      offers.filter(
        (row) => row.status === 'OPEN' && (filled.get(row.id) ?? 0) >= Number(row.slots),
      ),
    ).toEqual([]);
    const ready = new Set(
      values(
        await employers(
          `select id from site where onboarding_status = 'ACTIVE' and completed_steps @> required_steps`,
        ),
        'id',
      ),
    );
    const running = await placements(`select site_id from placement where status = 'ACTIVE'`);
    expect(values(running, 'site_id').filter((id) => !ready.has(id))).toEqual([]);
    expect(
      await employers(
        `select id from site where setting = 'VIRTUAL' and (address is not null or lat is not null)`,
      ),
    ).toEqual([]);
    expect(await employers('select distinct onboarding_status from site')).toHaveLength(7);
    expect(await employers('select distinct status from opportunity')).toHaveLength(5);
    expect(await employers('select distinct wbl_type from opportunity')).toHaveLength(8);
  });
});
