import { expect, it } from 'vitest';
import type { Row } from './ask.ts';
import { factsOfTheDemo, values } from './facts-of-the-demo.ts';

factsOfTheDemo(({ schools, employers, students, placements }) => {
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
});
