import { expect, it } from 'vitest';
import { DEMO_SCHOOL, DEMO_SITE, DEMO_STUDENT } from '../../gateway/dev-issuer/personas.ts';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

factsOfTheDemo(({ students, placements }) => {
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
