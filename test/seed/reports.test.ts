import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_ACTOR } from '../../platform/actor.ts';
import { type Database, openDatabase } from '../../platform/database.ts';
import { createLocalSubgraph } from '../../platform/graphql/local-subgraph.ts';
import type { LocalSubgraph } from '../../platform/subgraph.ts';
import { WORKFORCE_BOARD_CODES } from '../../platform/vocabulary.ts';
import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { createPlacements } from '../../subgraphs/placements/subgraph.ts';
import { demoToRead } from '../support/demo-databases.ts';
import { ask } from './ask.ts';
import { SLOW } from './facts-of-the-demo.ts';

const AS_OF = '2026-10-15';
const BEGUN = `status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY') and start_date between $1 and $2`;
const WBL = `wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE')`;
const YEARS = [
  { year: 2026, first: '2025-07-01', last: '2026-06-30' },
  { year: 2027, first: '2026-07-01', last: AS_OF },
];

let urls: DatabaseUrls;
let database: Database;
let placements: LocalSubgraph;
beforeAll(async () => {
  urls = await demoToRead({ students: 3_000, seed: 1, asOf: AS_OF });
  database = openDatabase(urls.placements);
  const noon = () => new Date(`${AS_OF}T16:00:00Z`);
  placements = createLocalSubgraph(createPlacements(database, () => {}, noon));
}, SLOW);
afterAll(() => database.close());

async function asked(query: string, variables: object): Promise<Record<string, unknown>> {
  const request = { query, variables: { ...variables } };
  const answer = await placements.execute(request, { actor: PUBLIC_ACTOR, requestId: 'test' });
  expect(answer.errors).toBeUndefined();
  return answer.data ?? {};
}
async function one(url: string, sql: string, values: unknown[]): Promise<unknown> {
  const [row] = await ask(url, `select (${sql}) as value`, values);
  return row?.value;
}

describe.each(YEARS)('the outcomes of the demo in $year', ({ year, first, last }) => {
  it("are what its owners' databases hold", async () => {
    const { statewideOutcomes } = await asked(
      `query ($year: FiscalYear!) { statewideOutcomes(fiscalYear: $year) {
         asOf wblStudents wblEmployerSites cdeSponsorEmployers partnerHighSchools qualifyingWages
         agrowe { allWorkExperiences workBasedLearningPlans employers }
       } }`,
      { year },
    );
    const days = [first, last];
    const brokered = `${BEGUN} and broker_role <> 'NOT_BROKERED'`;
    const [rate] = await ask(
      urls.placements,
      `select round(sum(hourly_wage_cents * minutes_per_week / 60.0 * ceil((end_date - start_date + 1) / 7.0))) / 100 as wages
         from placement where ${brokered} and pay = 'EMPLOYER_PAID' and hourly_wage_cents is not null`,
      days,
    );
    const hosts = await ask(
      urls.placements,
      `select distinct site_id::text as id from placement where ${brokered} and site_id is not null`,
      days,
    );
    expect(statewideOutcomes).toEqual({
      asOf: AS_OF,
      wblStudents: await one(
        urls.placements,
        `select count(*) from (select student_id from placement where ${BEGUN} and ${WBL} group by 1) p`,
        days,
      ),
      wblEmployerSites: await one(
        urls.placements,
        `select count(*) from (select site_id from placement where ${BEGUN} and ${WBL} and site_id is not null group by 1) p`,
        days,
      ),
      cdeSponsorEmployers: await one(
        urls.employers,
        `select count(distinct h.employer_id) from career_event e join career_event_host h on h.event_id = e.id
          where e.stage in ('CAREER_AWARENESS', 'CAREER_EXPLORATION') and e.start_date between $1 and $2`,
        days,
      ),
      partnerHighSchools: await one(
        urls.schools,
        `select count(distinct s.dese_code) from school s
           join partnership_school c on c.school_code = s.dese_code
           join partnership_agreement a on a.id = c.agreement_id
          where a.fiscal_year = $1 and s.grades && array[9, 10, 11, 12]
            and a.signed_by_district is not null and a.signed_by_board is not null`,
        [year],
      ),
      // Hidden where few came to earn one between two quarters.
      qualifyingWages: expect.toBeOneOf([null, Number(rate?.wages)]),
      agrowe: {
        allWorkExperiences: await one(
          urls.placements,
          `select count(*) from (select student_id from placement where ${brokered} group by 1) p`,
          days,
        ),
        workBasedLearningPlans: await one(
          urls.placements,
          `select count(*) from (select student_id from placement p where ${brokered}
             and id in (select placement_id from wbl_plan) group by 1) p`,
          days,
        ),
        employers: await one(
          urls.employers,
          `select count(*) from (select employer_id from site where id = any($1::uuid[]) group by 1) e`,
          [hosts.map(({ id }) => id)],
        ),
      },
    });
  });
});

type Capacity = Readonly<
  Record<'openSlots' | 'studentsReadyForImmersion' | 'unmetDemand', number | null>
>;

describe('the capacity of the demo', () => {
  it('is, for each of the 16 boards, what is open against who is ready', async () => {
    const keys = WORKFORCE_BOARD_CODES.map((code) => ({ __typename: 'WorkforceBoard', code }));
    const { _entities: boards } = await asked(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on WorkforceBoard {
         capacityVsDemand(fiscalYear: 2027) { openSlots studentsReadyForImmersion unmetDemand }
       } } }`,
      { keys },
    );
    const arranged = await ask(
      urls.placements,
      `select student_id::text as id from placement where status in ('PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE')`,
    );
    const ready = await ask<{ board: string; count: number }>(
      urls.students,
      `select s.board_code::text as board, count(*) as count
         from student s join my_cap_plan p on p.open_for = s.id
        where s.enrollment_status = 'ENROLLED' and not s.id = any($1::uuid[])
          and (p.current_stage = 'CAREER_IMMERSION' or p.current_stage = 'CAREER_EXPLORATION' and s.grade >= 10)
        group by 1`,
      [arranged.map(({ id }) => id)],
    );
    const shown = (boards as { capacityVsDemand: Capacity }[]).map((each) => each.capacityVsDemand);
    let told = 0;
    for (const [
      index,
      { studentsReadyForImmersion: students, openSlots, unmetDemand },
    ] of shown.entries()) {
      if (students === null) continue;
      told += 1;
      const own = ready.find(({ board }) => board === WORKFORCE_BOARD_CODES[index]);
      expect(students).toBe(own?.count ?? 0);
      expect(unmetDemand).toBe(Math.max(0, students - (openSlots ?? 0)));
    }
    expect(told).toBeGreaterThan(8);
    expect(shown.some(({ openSlots }) => (openSlots ?? 0) > 0)).toBe(true);
  });
});
