import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  DEMO_DISTRICT,
  DEMO_SCHOOL,
  DEMO_SITE,
  DEMO_STUDENT,
} from '../../gateway/dev-issuer/personas.ts';
import { readEnv } from '../../platform/env.ts';
import { SILENT } from '../../scripts/seed/progress.ts';
import { seedDemo } from '../../scripts/seed/seed-demo.ts';
import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { ask, type Row } from './ask.ts';
import { startDemoDatabases } from './demo-databases.ts';

const SLOW = 120_000;
/** In term, and in the summer holidays after graduation. */
const DAYS = ['2026-10-15', '2027-07-20'];

let databases: Awaited<ReturnType<typeof startDemoDatabases>>;

beforeAll(async () => {
  databases = await startDemoDatabases();
}, SLOW);
afterAll(() => databases.stop());

const values = (rows: Row[], column: string) => rows.map((row) => row[column]);

describe.each(DAYS)('the demo as of %s', (asOf) => {
  let urls: DatabaseUrls;
  const schools = (sql: string) => ask(urls.schools, sql, sql.includes('$1') ? [asOf] : []);
  const employers = (sql: string) => ask(urls.employers, sql, sql.includes('$1') ? [asOf] : []);
  const students = (sql: string) => ask(urls.students, sql, sql.includes('$1') ? [asOf] : []);
  const placements = (sql: string) => ask(urls.placements, sql, sql.includes('$1') ? [asOf] : []);

  beforeAll(async () => {
    urls = await databases.create(asOf);
    await seedDemo({ urls, students: 3_000, seed: 1, asOf, progress: SILENT });
  }, SLOW);

  it('has the 16 boards and 351 municipalities, and schools in every board', async () => {
    expect(await schools('select count(*) from workforce_board')).toEqual([{ count: 16 }]);
    expect(await schools('select count(*) from municipality')).toEqual([{ count: 351 }]);
    const boards = await schools(
      `select board_code, count(*) from school where 12 = any(grades) group by 1`,
    );
    expect(boards).toHaveLength(16);
    expect(
      await schools(
        `select dese_code from school where board_code = 'BOSTON' and 12 = any(grades)`,
      ),
    ).toHaveLength(4);
    expect(
      await schools(
        `select district_code, board_code, tier from school where dese_code = '${DEMO_SCHOOL}'`,
      ),
    ).toEqual([{ district_code: DEMO_DISTRICT, board_code: 'BOSTON', tier: 'PARTNER' }]);
  });

  it('has school codes that no real school has, in the towns of their boards, inside Massachusetts', async () => {
    const wrong = await schools(`
      select s.dese_code from school s left join municipality m on m.name = s.town
       where s.dese_code !~ '^9[0-9]{7}$' or s.district_code <> left(s.dese_code, 4) || '0000'
          or m.board_code is distinct from s.board_code
          or s.lat not between 41.2 and 42.9 or s.lon not between -73.5 and -69.9`);
    expect(wrong).toEqual([]);
    expect(await schools('select name from school group by 1 having count(*) > 1')).toEqual([]);
  });

  it('points across databases only to what is there', async () => {
    const codes = new Set(values(await schools('select dese_code from school'), 'dese_code'));
    const staff = new Set(values(await schools('select id from staff_contact'), 'id'));
    const programs = new Set(values(await schools('select id from pathway_program'), 'id'));
    const events = new Set(values(await employers('select id from career_event'), 'id'));
    const offers = new Set(values(await employers('select id from opportunity'), 'id'));
    const sites = new Set(values(await employers('select id from site'), 'id'));
    const supervisors = new Set(
      values(await employers(`select id || ' ' || site_id as id from supervisor`), 'id'),
    );
    const people = new Set(values(await students('select id from student'), 'id'));
    const goals = new Set(
      values(
        await students(
          `select g.id || ' ' || p.student_id as id from my_cap_goal g join my_cap_plan p on p.id = g.plan_id`,
        ),
        'id',
      ),
    );
    const orphans = async (rows: Promise<Row[]>, known: ReadonlySet<unknown>) =>
      values(await rows, 'id').filter((id) => !known.has(id));
    expect(
      await orphans(
        students('select school_code as id from student union select school_code from enrollment'),
        codes,
      ),
    ).toEqual([]);
    expect(await orphans(students('select advisor_id as id from my_cap_plan'), staff)).toEqual([]);
    expect(
      await orphans(students('select program_id as id from pathway_enrollment'), programs),
    ).toEqual([]);
    expect(
      await orphans(
        students('select event_id as id from career_activity where event_id is not null'),
        events,
      ),
    ).toEqual([]);
    expect(
      await orphans(employers('select school_code as id from career_event_school'), codes),
    ).toEqual([]);
    expect(await orphans(placements('select school_code as id from placement'), codes)).toEqual([]);
    expect(await orphans(placements('select student_id as id from placement'), people)).toEqual([]);
    expect(
      await orphans(
        placements('select site_id as id from placement where site_id is not null'),
        sites,
      ),
    ).toEqual([]);
    expect(
      await orphans(
        placements('select opportunity_id as id from placement where opportunity_id is not null'),
        offers,
      ),
    ).toEqual([]);
    expect(
      await orphans(
        placements('select brokered_by as id from placement where brokered_by is not null'),
        staff,
      ),
    ).toEqual([]);
    expect(
      await orphans(
        placements(
          `select my_cap_goal_id || ' ' || student_id as id from placement where my_cap_goal_id is not null`,
        ),
        goals,
      ),
    ).toEqual([]);
    expect(
      await orphans(
        placements(
          `select r.supervisor_id || ' ' || p.site_id as id from wbl_review r join wbl_plan w on w.id = r.plan_id join placement p on p.id = w.placement_id where r.supervisor_id is not null`,
        ),
        supervisors,
      ),
    ).toEqual([]);
  });

  it('places students of 14 and over, at the school they attend that day', async () => {
    const births = new Map(
      (await students('select id, date_of_birth as born from student')).map((row) => [
        row.id,
        String(row.born),
      ]),
    );
    const rows = await placements('select student_id, start_date, school_code, id from placement');
    const young = rows.filter((row) => {
      const [year, ...rest] = String(births.get(row.student_id)).split('-');
      return [Number(year) + 14, ...rest].join('-') > String(row.start_date);
    });
    expect(young).toEqual([]);
    const attended = await students(
      'select student_id, school_code, entered_on, left_on from enrollment',
    );
    const byStudent = groupBy(attended);
    const elsewhere = rows.filter(
      (row) =>
        !(byStudent.get(row.student_id) ?? []).some(
          (a) =>
            a.school_code === row.school_code &&
            String(a.entered_on) <= String(row.start_date) &&
            (a.left_on === null || String(a.left_on) >= String(row.start_date)),
        ),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has one open plan for each enrolled student, and none for others', async () => {
    expect(
      await students(`
      select s.id from student s left join my_cap_plan p on p.open_for = s.id
       where (s.enrollment_status = 'ENROLLED') <> (p.id is not null)`),
    ).toEqual([]);
    expect(
      await students('select id from my_cap_plan where furthest_stage < current_stage'),
    ).toEqual([]);
  });

  it('tells of stages only what was recorded by then, and gives a reason for each step back', async () => {
    expect(
      await students(
        `select id from stage_transition where at > $1::date + 1 or (to_stage < from_stage) <> (reason is not null)`,
      ),
    ).toEqual([]);
    expect(await students('select id from career_activity where date > $1::date')).toEqual([]);
    expect(
      await students(
        `select a.id from career_activity a join my_cap_plan p on p.id = a.plan_id where a.date < p.opened_on`,
      ),
    ).toEqual([]);
    expect(
      await students(
        `select m.id from my_cap_milestone m join my_cap_plan p on p.id = m.plan_id where m.completed_on < p.opened_on or m.completed_on > $1::date or (m.status = 'COMPLETED') <> (m.completed_on is not null)`,
      ),
    ).toEqual([]);
    expect(
      await students(`
      select p.id from my_cap_plan p where p.current_stage <> (
        select t.to_stage from stage_transition t where t.plan_id = p.id order by t.at desc limit 1)`),
    ).toEqual([]);
  });

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

  it('has current agreements with commitments of both sides and a coordinator, and one convening a board and year', async () => {
    expect(
      await schools(`
      select a.id from partnership_agreement a
       where (select count(distinct side) from resource_commitment c where c.agreement_id = a.id) < 2
          or not exists (select from partnership_coordinator c where c.agreement_id = a.id)
          or a.status = 'ACTIVE' and (a.signed_by_district is null or a.signed_by_board is null)
          or a.signed_by_board > $1::date`),
    ).toEqual([]);
    expect(await schools('select distinct status from partnership_agreement')).toHaveLength(5);
    expect(
      await schools('select board_code from convening group by 1 having count(*) = 8'),
    ).toHaveLength(16);
    expect(await schools('select distinct type from pathway_program')).toHaveLength(6);
    expect(
      await schools(`select id from staff_contact where email not like '%@example.org'`),
    ).toEqual([]);
  });

  it('counts the enrolment that the records have', async () => {
    const [counted] = await schools(
      `select sum(count) from enrollment_by_grade where school_year = (select max(school_year) from enrollment_by_grade)`,
    );
    const [enrolled] = await students(
      `select count(*) as sum from student where enrollment_status = 'ENROLLED' or graduated_on >= (extract(year from $1::date + 122) - 1 || '-09-01')::date`,
    );
    expect(Number(counted?.sum)).toBe(Number(enrolled?.sum));
  });

  it('gives the student of the personas four placements, the newest with gain in skills', async () => {
    const [student] = await students(
      `select grade, school_code, enrollment_status from student where id = '${DEMO_STUDENT}'`,
    );
    expect(student).toEqual({ grade: 11, school_code: DEMO_SCHOOL, enrollment_status: 'ENROLLED' });
    const [plan] = await students(
      `select id, current_stage from my_cap_plan where open_for = '${DEMO_STUDENT}'`,
    );
    expect(plan?.current_stage).toBe('CAREER_IMMERSION');
    expect(
      await students(`select to_stage from stage_transition where plan_id = '${plan?.id}'`),
    ).toHaveLength(4);
    expect(
      (await students(`select id from my_cap_goal where plan_id = '${plan?.id}'`)).length,
    ).toBeGreaterThan(0);
    expect(
      (await students(`select id from career_activity where plan_id = '${plan?.id}'`)).length,
    ).toBeGreaterThan(3);
    const mine = await placements(
      `select id, site_id, status, logged_minutes from placement where student_id = '${DEMO_STUDENT}' order by start_date desc`,
    );
    expect(mine).toHaveLength(4);
    const [newest] = mine;
    expect(newest).toMatchObject({ site_id: DEMO_SITE, status: 'ACTIVE' });
    expect(Number(newest?.logged_minutes)).toBeGreaterThan(5_000);
    const gains = await placements(`
      select f.score - b.score as gain from wbl_plan w
        join wbl_review rb on rb.plan_id = w.id and rb.kind = 'BASELINE' join skill_score b on b.review_id = rb.id
        join wbl_review rf on rf.plan_id = w.id and rf.kind = 'FINAL' join skill_score f on f.review_id = rf.id and f.position = b.position
       where w.placement_id = '${newest?.id}'`);
    expect(gains.length).toBeGreaterThanOrEqual(9);
    expect(gains.reduce((sum, row) => sum + Number(row.gain), 0)).toBeGreaterThan(0);
    expect(
      (await placements(`select id from reflection where placement_id = '${newest?.id}'`)).length,
    ).toBeGreaterThan(0);
  });
});

const { REAL_DATA } = readEnv({ REAL_DATA: z.string().optional() });
const realSchools = join(REAL_DATA ?? '', 'ma_high_schools.csv');

describe('invented names', () => {
  it.skipIf(!REAL_DATA || !existsSync(realSchools))(
    'are no real school’s (needs REAL_DATA)',
    async () => {
      const urls = await databases.create('names');
      await seedDemo({ urls, students: 300, seed: 1, asOf: '2026-10-15', progress: SILENT });
      const real =
        readFileSync(realSchools, 'utf8') +
        readFileSync(join(REAL_DATA ?? '', 'ma_middle_grade_schools.csv'), 'utf8');
      const names = values(await ask(urls.schools, 'select name from school'), 'name').map(String);
      expect(names.filter((name) => real.includes(`,${name},`))).toEqual([]);
    },
    SLOW,
  );
});

function groupBy(rows: Row[]): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row.student_id, [...(groups.get(row.student_id) ?? []), row]);
  return groups;
}
