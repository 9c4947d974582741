import { beforeAll, describe, expect, it } from 'vitest';
import { EDGE_CASES } from '../../scripts/seed/edge-cases.ts';
import { MIN_STUDENTS } from '../../scripts/seed/scale.ts';
import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { demoToRead } from '../support/demo-databases.ts';
import { ask, type Row } from './ask.ts';
import { DAYS, SLOW } from './facts-of-the-demo.ts';

describe.each(DAYS)('the edge cases as of %s', (asOf) => {
  let urls: DatabaseUrls;
  beforeAll(async () => {
    urls = await demoToRead({ students: MIN_STUDENTS, seed: 3, asOf });
  }, SLOW);

  const one = async (url: string, table: string, id: string): Promise<Row> => {
    const [row] = await ask(url, `select * from ${table} where id = $1`, [id]);
    if (!row) throw new Error(`No ${table} with id "${id}".`);
    return row;
  };
  const student = (id: string) => one(urls.students, 'student', id);
  const placement = (id: string) => one(urls.placements, 'placement', id);
  const age = async (id: string, on: unknown) => {
    const sql =
      'select extract(year from age($2::date, date_of_birth))::int as age from student where id = $1';
    const [row] = await ask(urls.students, sql, [id, on]);
    return row?.age;
  };

  it('a student was in two schools in one school year', async () => {
    const sql = `select school_code, extract(year from entered_on + 122) as year from enrollment where student_id = $1 order by entered_on`;
    const rows = await ask(urls.students, sql, [EDGE_CASES.twoSchoolsStudent]);
    expect(new Set(rows.map((row) => row.school_code)).size).toBe(2);
    expect(rows[0]?.year).toBe(rows[1]?.year);
  });

  it('a student is in an ICP and Early College', async () => {
    const sql = 'select program_id from pathway_enrollment where student_id = $1';
    const [row] = await ask(urls.students, sql, [EDGE_CASES.icpAndEarlyCollegeStudent]);
    const program = await one(urls.schools, 'pathway_program', String(row?.program_id));
    expect(program.type).toBe('EARLY_COLLEGE_AND_ICP');
    expect(program.icp_sector).not.toBeNull();
  });

  it('a 15-year-old is offered 20 hours a week in February', async () => {
    const row = await placement(EDGE_CASES.twentyHoursInFebruaryPlacement);
    expect(row).toMatchObject({ status: 'PROPOSED', minutes_per_week: 1200, pay: 'EMPLOYER_PAID' });
    expect(String(row.start_date)).toMatch(/-02-/);
    expect(await age(EDGE_CASES.twentyHoursInFebruaryStudent, row.start_date)).toBe(15);
  });

  it('an internship is neither paid nor for credit', async () => {
    expect(await placement(EDGE_CASES.unpaidWithoutCreditPlacement)).toMatchObject({
      student_id: EDGE_CASES.unpaidWithoutCreditStudent,
      wbl_type: 'INTERNSHIP',
      pay: 'UNPAID',
      credit_bearing: false,
    });
  });

  it('a virtual internship has no address', async () => {
    const { site_id, student_id } = await placement(EDGE_CASES.virtualPlacement);
    expect(student_id).toBe(EDGE_CASES.virtualStudent);
    expect(site_id).toBe(EDGE_CASES.virtualSite);
    expect(await one(urls.employers, 'site', EDGE_CASES.virtualSite)).toMatchObject({
      setting: 'VIRTUAL',
      address: null,
      lat: null,
      lon: null,
    });
  });

  it('a program’s host is not the worksite’s employer', async () => {
    const { opportunity_id, student_id } = await placement(EDGE_CASES.programHostPlacement);
    expect([opportunity_id, student_id]).toEqual([
      EDGE_CASES.programHostOpportunity,
      EDGE_CASES.programHostStudent,
    ]);
    const offer = await one(urls.employers, 'opportunity', EDGE_CASES.programHostOpportunity);
    const site = await one(urls.employers, 'site', String(offer.site_id));
    expect(offer.program_host_id).toBe(EDGE_CASES.programHostEmployer);
    expect(site.employer_id).not.toBe(EDGE_CASES.programHostEmployer);
  });

  it('a capstone team of four shares one site and opportunity', async () => {
    const sql = 'select id, student_id, site_id, opportunity_id from placement where team_id = $1';
    const rows = await ask(urls.placements, sql, [EDGE_CASES.capstoneTeam]);
    expect(rows.map((row) => row.id).sort()).toEqual([...EDGE_CASES.capstoneTeamPlacements]);
    expect(rows.map((row) => row.student_id).sort()).toEqual([...EDGE_CASES.capstoneTeamStudents]);
    expect(new Set(rows.map((row) => `${row.site_id} ${row.opportunity_id}`)).size).toBe(1);
  });

  it('an employer has sites in three regions', async () => {
    const sql = 'select id, board_code from site where employer_id = $1';
    const rows = await ask(urls.employers, sql, [EDGE_CASES.threeRegionsEmployer]);
    expect(rows.map((row) => row.id).sort()).toEqual([...EDGE_CASES.threeRegionsSites]);
    expect(new Set(rows.map((row) => row.board_code)).size).toBe(3);
  });

  it('a placement crosses June 30', async () => {
    const row = await placement(EDGE_CASES.crossesFiscalYearPlacement);
    expect(row.student_id).toBe(EDGE_CASES.crossesFiscalYearStudent);
    const june30 = `${String(row.start_date).slice(0, 4)}-06-30`;
    expect(String(row.start_date) <= june30 && String(row.end_date) > june30).toBe(true);
    expect(row.season).toBe('BOTH');
  });

  it('a student worked in the summer after grade 8', async () => {
    const row = await placement(EDGE_CASES.grade8SummerPlacement);
    expect(String(row.start_date)).toMatch(/-07-06$/);
    expect(row.season).toBe('SUMMER');
    expect(await age(EDGE_CASES.grade8SummerStudent, row.start_date)).toBe(14);
    const [school] = await ask(urls.schools, 'select grades from school where dese_code = $1', [
      row.school_code,
    ]);
    expect(school?.grades).toEqual([6, 7, 8]);
  });

  it('a group of a school has exactly five students', async () => {
    const { school_code } = await student(EDGE_CASES.groupOfFiveStudents[0]);
    const sql = `select id from student where school_code = $1 and $2 = any(groups::text[]) order by id`;
    const rows = await ask(urls.students, sql, [school_code, EDGE_CASES.groupOfFive]);
    expect(rows.map((row) => row.id)).toEqual([...EDGE_CASES.groupOfFiveStudents]);
    const all = await ask(urls.students, 'select id from student where school_code = $1', [
      school_code,
    ]);
    expect(all).toHaveLength(8);
  });

  it('a board is also found by its older name', async () => {
    const sql = 'select aliases from workforce_board where code = $1';
    const [board] = await ask(urls.schools, sql, [EDGE_CASES.renamedBoard]);
    expect(board?.aliases).toContain(EDGE_CASES.renamedBoardAlias);
  });

  it('no school has the code that lost its zeros', async () => {
    const sql = `select dese_code from school where trim(dese_code) = $1`;
    expect(await ask(urls.schools, sql, [EDGE_CASES.codeWithLostZeros])).toEqual([]);
  });

  it('a supervisor left in the middle of a placement', async () => {
    const row = await placement(EDGE_CASES.supervisorLeftPlacement);
    const left = await one(urls.employers, 'supervisor', EDGE_CASES.supervisorLeftSupervisor);
    expect(row).toMatchObject({ student_id: EDGE_CASES.supervisorLeftStudent, status: 'ACTIVE' });
    expect([row.site_id, left.site_id]).toEqual([
      EDGE_CASES.supervisorLeftSite,
      EDGE_CASES.supervisorLeftSite,
    ]);
    expect(String(row.start_date) < String(left.left_on) && String(left.left_on) < asOf).toBe(true);
    const sql = `select r.supervisor_id from wbl_review r join wbl_plan w on w.id = r.plan_id where w.placement_id = $1`;
    expect(await ask(urls.placements, sql, [EDGE_CASES.supervisorLeftPlacement])).toEqual([
      { supervisor_id: EDGE_CASES.supervisorLeftSupervisor },
    ]);
  });

  it('a student turns 18 during a placement', async () => {
    const row = await placement(EDGE_CASES.turns18Placement);
    expect(row.status).toBe('ACTIVE');
    expect(await age(EDGE_CASES.turns18Student, row.start_date)).toBe(17);
    expect(await age(EDGE_CASES.turns18Student, row.end_date)).toBe(18);
  });

  it('a placement runs for the consent that is revoked meanwhile', async () => {
    expect(await placement(EDGE_CASES.consentRevokedPlacement)).toMatchObject({
      student_id: EDGE_CASES.consentRevokedStudent,
      status: 'ACTIVE',
    });
  });

  it('an agreement has run out and was not renewed', async () => {
    const row = await one(urls.schools, 'partnership_agreement', EDGE_CASES.expiredAgreement);
    // June 30 ends an active one: that is read from the day, not written down.
    expect(row).toMatchObject({ status: 'ACTIVE' });
    const sql =
      'select id from partnership_agreement where district_code = $1 and fiscal_year > $2';
    expect(await ask(urls.schools, sql, [row.district_code, row.fiscal_year])).toEqual([]);
  });

  it('in every region an active placement has no baseline review', async () => {
    const rows = await ask(
      urls.placements,
      `select p.board_code, p.student_id from placement p join wbl_plan w on w.placement_id = p.id
        where p.id = any($1) and p.status = 'ACTIVE'
          and not exists (select from wbl_review r where r.plan_id = w.id)`,
      [EDGE_CASES.withoutBaselinePlacements],
    );
    expect(new Set(rows.map((row) => row.board_code)).size).toBe(16);
    expect(rows.map((row) => row.student_id).sort()).toEqual([
      ...EDGE_CASES.withoutBaselineStudents,
    ]);
  });
});
