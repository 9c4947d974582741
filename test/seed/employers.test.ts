import { expect, it } from 'vitest';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

factsOfTheDemo(({ employers }) => {
  it('obeys the rules of each type of work-based learning', async () => {
    expect(
      await employers(`
      select id from opportunity where wbl_type = 'INTERNSHIP' and pay = 'UNPAID' and not credit_bearing
          or wbl_type = 'COOPERATIVE_EDUCATION' and (pay = 'UNPAID' or minimum_age < 16)
          or (wbl_type = 'PRE_APPRENTICESHIP') <> (registered_apprenticeship_partner is not null)
          or end_date < start_date or slots < 1`),
    ).toEqual([]);
  });

  it('has well paid open opportunities ahead within three miles in Boston', async () => {
    const found = await employers(`
      select o.id from opportunity o join site s on s.id = o.site_id
       where o.board_code = 'BOSTON' and o.status = 'OPEN' and o.pay = 'EMPLOYER_PAID'
         and o.demand_rating = 'HIGH_WAGE_HIGH_DEMAND' and o.start_date > $1::date and o.hourly_wage_cents is not null
         and 3 > 69.17 * sqrt((s.lat - 42.331918) ^ 2 + ((s.lon + 71.09088) * cos(radians(42.33))) ^ 2)`);
    expect(found.length).toBeGreaterThanOrEqual(10);
  });
});
