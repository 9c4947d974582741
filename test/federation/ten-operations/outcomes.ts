import { expect, it } from 'vitest';
import { asked, type GraphNow, rowOf, rowsOf } from './asked.ts';

const YEAR = 2026;
const DAYS = ['2025-07-01', '2026-06-30'];
const BEGUN = `status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY') and start_date between $1 and $2`;
const BROKERED = `${BEGUN} and broker_role <> 'NOT_BROKERED'`;
const IS_WBL = `wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE')`;
const COUNTS = `
  select (select count(distinct student_id)::int from placement where ${BEGUN} and ${IS_WBL}) as students,
         (select count(distinct site_id)::int from placement where ${BEGUN} and ${IS_WBL}) as sites,
         (select count(distinct student_id)::int from placement where ${BROKERED}) as brokered,
         (select count(distinct p.student_id)::int from placement p join wbl_plan w on w.placement_id = p.id where ${BROKERED}) as plans,
         (select round(sum(hourly_wage_cents * minutes_per_week / 60.0 * ceil((end_date - start_date + 1) / 7.0)) / 100, 2)::float
            from placement where ${BROKERED} and pay = 'EMPLOYER_PAID') as wages`;
const HOSTS = `select distinct site_id::text as id from placement where ${BROKERED} and site_id is not null`;
const EMPLOYERS =
  'select count(distinct employer_id)::int as count from site where id = any($1::uuid[])';
const SPONSORS = `
  select count(distinct h.employer_id)::int as count from career_event e join career_event_host h on h.event_id = e.id
   where e.stage in ('CAREER_AWARENESS', 'CAREER_EXPLORATION') and e.start_date between $1 and $2`;
const PARTNERS = `
  select count(distinct s.dese_code)::int as count from school s
    join partnership_school c on c.school_code = s.dese_code
    join partnership_agreement a on a.id = c.agreement_id
   where a.fiscal_year = $1 and a.signed_by_board is not null and a.signed_by_district is not null
     and s.grades && array[9, 10, 11, 12]`;

type Count = { readonly count: number };
type Counts = Readonly<Record<'students' | 'sites' | 'brokered' | 'plans' | 'wages', number>>;
type Agrowe = Readonly<Record<'allWorkExperiences' | 'workBasedLearningPlans', number | null>>;
type Outcomes = {
  readonly statewideOutcomes: { readonly published: readonly object[]; readonly agrowe: Agrowe };
};

export function outcomes(graph: GraphNow): void {
  it('"Outcomes" tells everybody the year in the shape that the Department publishes', async () => {
    const { data, errors } = await asked<Outcomes>(graph(), 'outcomes', {
      variables: { year: YEAR },
      fetched: ['placements'],
      statements: 3,
    });
    expect(errors).toBeUndefined();
    const own = await rowOf<Counts>(graph(), 'placements', COUNTS, DAYS);
    const sites = await rowsOf<{ id: string }>(graph(), 'placements', HOSTS, DAYS);
    const ids = sites.map(({ id }) => id);
    const count = async (...of: Parameters<typeof rowOf<Count>>) =>
      (await rowOf<Count>(...of)).count;
    expect(data.statewideOutcomes).toMatchObject({
      asOf: '2026-10-05',
      wblStudents: own.students,
      wblEmployerSites: own.sites,
      qualifyingWages: own.wages,
      cdeSponsorEmployers: await count(graph(), 'employers-and-sites', SPONSORS, DAYS),
      partnerHighSchools: await count(graph(), 'schools-and-network', PARTNERS, [YEAR]),
      agrowe: {
        allWorkExperiences: expect.toBeOneOf([own.brokered, null]),
        workBasedLearningPlans: expect.toBeOneOf([own.plans, null]),
        employers: await count(graph(), 'employers-and-sites', EMPLOYERS, [ids]),
      },
    });
    const { allWorkExperiences, workBasedLearningPlans } = data.statewideOutcomes.agrowe;
    expect([allWorkExperiences, workBasedLearningPlans]).not.toEqual([null, null]);
    expect(Math.min(own.students, own.sites, own.brokered, own.plans)).toBeGreaterThan(5);
    expect(data.statewideOutcomes.published).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 12_277, asPublishedNote: expect.any(String) }),
      ]),
    );
  });
}
