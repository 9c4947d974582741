import { expect, it } from 'vitest';
import { DEMO_DISTRICT, DEMO_SCHOOL } from '../../gateway/dev-issuer/personas.ts';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

factsOfTheDemo(({ schools, students }) => {
  it('has the 16 boards and 351 municipalities, and schools in every board', async () => {
    expect(await schools('select count(*) from workforce_board')).toEqual([{ count: 16 }]);
    expect(await schools('select count(*) from municipality')).toEqual([{ count: 351 }]);
    const boards = await schools(
      `select board_code, count(*) from school where 12 = any(grades) group by 1`,
    );
    expect(boards).toHaveLength(16);
    expect(
      await schools(
        `select dese_code from school where board_code = 'BOSTON' and 12 = any(grades) and closed_on is null`,
      ),
    ).toHaveLength(4);
    expect(
      await schools(
        `select district_code, board_code, cardinality(partner_years) > 0 as partner
           from school where dese_code = '${DEMO_SCHOOL}'`,
      ),
    ).toEqual([{ district_code: DEMO_DISTRICT, board_code: 'BOSTON', partner: true }]);
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

  it('has current agreements with commitments of both sides and a coordinator, and one convening a board and year', async () => {
    expect(
      await schools(`
      select a.id from partnership_agreement a
       where (select count(distinct side) from resource_commitment c where c.agreement_id = a.id) < 2
          or not exists (select from partnership_coordinator c where c.agreement_id = a.id)
          or a.status = 'ACTIVE' and (a.signed_by_district is null or a.signed_by_board is null)
          or a.signed_by_board > $1::date`),
    ).toEqual([]);
    expect(await schools('select distinct status from partnership_agreement')).toHaveLength(4);
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
});
