import { expect, it } from 'vitest';
import { DEMO_SCHOOL, DEMO_STUDENT } from '../../gateway/dev-issuer/personas.ts';
import { EDGE_CASES } from '../../scripts/seed/edge-cases.ts';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

const listed = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join();

factsOfTheDemo(({ schools, students }) => {
  it('has supports in every status, and of each that is OTHER a description', async () => {
    const found = await students(
      'select status, count(*) from student_support group by 1 order by 1',
    );
    expect(found.map(({ status }) => status)).toEqual([
      'REQUESTED',
      'APPROVED',
      'PROVIDED',
      'DECLINED_BY_STUDENT',
      'NOT_NEEDED',
    ]);
    expect(
      await students(
        `select id from student_support where (type = 'OTHER' and description is null) or requested_at > $1::date + 1`,
      ),
    ).toEqual([]);
  });

  it('has consents of who had the right to give them, and none from the future', async () => {
    expect(
      await students(`
        select c.id from consent c join student s on s.id = c.student_id
         where c.granted_on > $1::date or c.revoked_on > $1::date
            or (c.basis = 'PARENT_GUARDIAN' and age(c.granted_on, s.date_of_birth) >= interval '18 years')`),
    ).toEqual([]);
    const live = await students(
      `select count(*) from consent where granted_on <= $1::date and $1::date < expires_on and revoked_on is null`,
    );
    expect(live[0]?.count).toBeGreaterThan(50);
  });

  it('has credentials that the programs of their students lead to', async () => {
    const led = new Set(
      (
        await schools(`select program_id || ' ' || credential_id as pair from program_credential`)
      ).map(({ pair }) => pair),
    );
    const earned = await students(
      `select w.program_id || ' ' || e.credential_id as pair from earned_credential e
         join pathway_enrollment w on w.student_id = e.student_id`,
    );
    expect(earned.length).toBeGreaterThan(5);
    expect(earned.filter(({ pair }) => !led.has(pair))).toEqual([]);
  });

  it('has a flag of the Early Warning Indicator System for each enrolled student', async () => {
    expect(
      await students(`
        select s.id from student s left join ewis_flag e on e.student_id = s.id
         where (s.enrollment_status = 'ENROLLED') <> (e.student_id is not null) or e.as_of > $1::date`),
    ).toEqual([]);
  });

  it('has counted the courses of its concentrators, and the cohort of everybody', async () => {
    expect(
      await students(
        `select id from student where enrollment_status = 'GRADUATED' and cohort <> extract(year from graduated_on)`,
      ),
    ).toEqual([]);
  });

  it('has students who are ready for immersion and were never placed, with goals, supports and consents', async () => {
    const ready = await students(`
      select s.school_code, s.grade, s.last_placement_start, p.current_stage,
             (select count(*) from my_cap_goal g where g.plan_id = p.id) > 0 as goals,
             (select count(*) from student_support u where u.student_id = s.id) as supports,
             (select count(*) from consent c where c.student_id = s.id) as consents
        from student s join my_cap_plan p on p.open_for = s.id
       where s.id in (${listed(EDGE_CASES.readyForImmersionStudents)})`);
    expect(ready).toEqual(
      EDGE_CASES.readyForImmersionStudents.map(() => ({
        school_code: DEMO_SCHOOL,
        grade: 11,
        last_placement_start: null,
        current_stage: 'CAREER_IMMERSION',
        goals: true,
        supports: 1,
        consents: 1,
      })),
    );
  });

  it('tells who looked at the record of the personas’ student, and who was refused', async () => {
    const entries = await students(
      `select outcome, count(*) from access_log_entry where student_id = '${DEMO_STUDENT}' group by 1 order by 1`,
    );
    expect(entries).toEqual([
      { outcome: 'DISCLOSED', count: 3 },
      { outcome: 'REFUSED', count: 2 },
    ]);
  });

  it('has a consent that was revoked during a placement, and a parent’s from before a birthday', async () => {
    const revoked = await students(
      `select revoked_on from consent where student_id = '${EDGE_CASES.consentRevokedStudent}'`,
    );
    expect(revoked).toMatchObject([{ revoked_on: expect.any(String) }]);
    const parents = await students(
      `select basis from consent where student_id = '${EDGE_CASES.turns18Student}'`,
    );
    expect(parents).toEqual([{ basis: 'PARENT_GUARDIAN' }]);
  });
});
