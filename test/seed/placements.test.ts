import { expect, it } from 'vitest';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

factsOfTheDemo(({ placements }) => {
  it('sums hours, keeps reviews in order and scores from 1 to 5', async () => {
    expect(
      await placements(`
      select p.id from placement p left join (select placement_id, sum(minutes) as sum from hours_entry group by 1) h on h.placement_id = p.id
       where p.logged_minutes <> coalesce(h.sum, 0)`),
    ).toEqual([]);
    expect(
      await placements(
        `select id from hours_entry where minutes not between 1 and 1440 or worked_on > $1::date`,
      ),
    ).toEqual([]);
    expect(
      await placements(
        'select review_id from skill_score where score not between 1 and 5 or (employability_skill is null) = (career_skill_id is null)',
      ),
    ).toEqual([]);
    expect(
      await placements(
        'select plan_id from career_skill group by 1 having count(*) not between 3 and 5',
      ),
    ).toEqual([]);
    expect(
      await placements(`
      select f.id from wbl_review f left join wbl_review b on b.plan_id = f.plan_id and b.kind = 'BASELINE'
       where f.kind = 'FINAL' and (b.id is null or b.date > f.date) or f.date > $1::date`),
    ).toEqual([]);
    expect(
      await placements(`
      select p.id from placement p where p.status = 'COMPLETED' and 2 > (
        select count(*) from wbl_plan w join wbl_review r on r.plan_id = w.id where w.placement_id = p.id and r.kind in ('BASELINE', 'FINAL'))`),
    ).toEqual([]);
    expect(await placements(`select id from reflection where date > $1::date`)).toEqual([]);
  });

  it('moves placements only as the rules allow', async () => {
    const moves = await placements('select distinct from_status, to_status from placement_event');
    const allowed = [
      'null PROPOSED',
      'PROPOSED MATCHED',
      'MATCHED APPROVED',
      'APPROVED ACTIVE',
      'ACTIVE COMPLETED',
      'ACTIVE ENDED_EARLY',
      'PROPOSED WITHDRAWN',
      'MATCHED WITHDRAWN',
      'APPROVED WITHDRAWN',
      'PROPOSED DECLINED',
      'MATCHED DECLINED',
    ];
    expect(
      moves
        .map((row) => `${row.from_status} ${row.to_status}`)
        .filter((move) => !allowed.includes(move)),
    ).toEqual([]);
    expect(
      await placements(`
      select p.id from placement p join lateral (select to_status, at from placement_event e where e.placement_id = p.id order by at desc limit 1) e on true
       where e.to_status <> p.status or e.at > $1::date + 1 or p.version <> (select count(*) from placement_event e where e.placement_id = p.id)`),
    ).toEqual([]);
    expect(
      await placements(
        `select id from placement where status = 'ACTIVE' and $1::date not between start_date and end_date or status = 'COMPLETED' and end_date > $1::date`,
      ),
    ).toEqual([]);
  });

  it('has placements of every status and type over eight fiscal years', async () => {
    expect(await placements('select distinct status from placement')).toHaveLength(8);
    expect(await placements('select distinct wbl_type from placement')).toHaveLength(8);
    const years = await placements(
      `select distinct extract(year from start_date + interval '184 days')::int as year from placement`,
    );
    expect(years.length).toBeGreaterThanOrEqual(8);
  });
});
