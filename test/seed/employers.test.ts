import { expect, it } from 'vitest';
import { EDGE_CASES } from '../../scripts/seed/edge-cases.ts';
import { EMPLOYER_EDGE_CASES } from '../../scripts/seed/employers/edge-cases.ts';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

factsOfTheDemo(({ employers }) => {
  it('obeys the rules of each type of work-based learning', async () => {
    expect(
      await employers(`
      select id from opportunity where status <> 'DRAFT' and (wbl_type = 'INTERNSHIP' and pay = 'UNPAID' and not credit_bearing
          or wbl_type = 'COOPERATIVE_EDUCATION' and (pay = 'UNPAID' or minimum_age < 16)
          or (wbl_type = 'PRE_APPRENTICESHIP') <> (registered_apprenticeship_partner is not null)
          or end_date < start_date or slots < 1)`),
    ).toEqual([]);
  });

  it('has well paid open opportunities ahead within three miles in Boston', async () => {
    const found = await employers(`
      select o.id from opportunity o join site s on s.id = o.site_id
       where o.board_code = 'BOSTON' and o.status = 'OPEN' and o.pay = 'EMPLOYER_PAID'
         and o.demand_rating = 'HIGH_WAGE_HIGH_DEMAND' and o.start_date > $1::date and o.hourly_wage_cents is not null
         and o.filled < o.slots
         and 3 > 69.17 * sqrt((s.lat - 42.331918) ^ 2 + ((s.lon + 71.09088) * cos(radians(42.33))) ^ 2)`);
    expect(found.length).toBeGreaterThanOrEqual(10);
  });

  const one = async (table: string, id: string) =>
    (await employers(`select * from ${table} where id = '${id}'`))[0];

  it('has work from home with everything for it: 35 hours for six weeks, 40 slots', async () => {
    expect(await one('opportunity', EMPLOYER_EDGE_CASES.labOpportunity)).toMatchObject({
      site_id: EDGE_CASES.virtualSite,
      status: 'OPEN',
      minutes_per_week: 35 * 60,
      planned_minutes: 210 * 60,
      slots: 40,
      technology_support: '{EQUIPMENT,CONNECTIVITY,AT_HOME_KIT}',
    });
  });

  it('has a draft that cannot be published, and open ones with something to look at', async () => {
    const draft = await one('opportunity', EMPLOYER_EDGE_CASES.unpaidWithoutCreditOpportunity);
    expect(draft).toMatchObject({ status: 'DRAFT', pay: 'UNPAID', credit_bearing: false });
    const cheap = await one('opportunity', EMPLOYER_EDGE_CASES.lowWageOpportunity);
    expect(cheap).toMatchObject({ status: 'OPEN', hourly_wage_cents: 1_450 });
    const odd = await one('opportunity', EMPLOYER_EDGE_CASES.hoursThatDoNotFitOpportunity);
    expect(odd).toMatchObject({ status: 'OPEN', minutes_per_week: 600, planned_minutes: 12_000 });
  });

  it('has an arts program with a host, partners and an opportunity elsewhere', async () => {
    const program = EMPLOYER_EDGE_CASES.artsProgram;
    expect(await one('opportunity_program', program)).toMatchObject({
      host_id: EDGE_CASES.programHostEmployer,
    });
    expect(
      await employers(`select id from wraparound_support where program_id = '${program}'`),
    ).toHaveLength(3);
    expect(await one('opportunity', EDGE_CASES.programHostOpportunity)).toMatchObject({
      program_id: program,
    });
  });

  it('has a campaign each summer, with paid work in Boston', async () => {
    const wrong = await employers(`
      select o.id from opportunity o join opportunity_program p on p.id = o.program_id
       where p.host_id is null and (o.board_code <> 'BOSTON' or o.hourly_wage_cents is null
          or extract(month from o.start_date) not in (7, 8)
          or extract(year from o.start_date) + 1 <> p.fiscal_year)`);
    expect(wrong).toEqual([]);
    const years = await employers(`
      select distinct p.fiscal_year from opportunity o join opportunity_program p on p.id = o.program_id
       where p.host_id is null`);
    expect(years.length).toBeGreaterThanOrEqual(7);
  });

  it('has a bootcamp of four days in the April vacation, and a day of job shadowing', async () => {
    const [bootcamp] = await employers(`
      select extract(dow from start_date)::int as first, end_date - start_date + 1 as days,
             extract(month from start_date)::int as month, stage
        from career_event where id = '${EMPLOYER_EDGE_CASES.aprilBootcamp}'`);
    expect(bootcamp).toEqual({ first: 2, days: 4, month: 4, stage: 'CAREER_EXPLORATION' });
    expect(await one('career_event', EMPLOYER_EDGE_CASES.jobShadowDay)).toMatchObject({
      type: 'JOB_SHADOW_DAY',
    });
    expect(await employers('select id from career_event where board_code is null')).toEqual([]);
  });

  it('keeps what the others told: where schools are, and how many slots are taken', async () => {
    const [{ count } = { count: 0 }] = await employers('select count(*)::int from school_ref');
    expect(Number(count)).toBeGreaterThan(30);
    expect(await employers('select id from opportunity where filled > 0 limit 1')).toHaveLength(1);
  });
});
