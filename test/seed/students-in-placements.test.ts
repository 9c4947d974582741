import { expect, it } from 'vitest';
import type { Row } from './ask.ts';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

factsOfTheDemo(({ students, placements }) => {
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
});

function groupBy(rows: Row[]): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row.student_id, [...(groups.get(row.student_id) ?? []), row]);
  return groups;
}
