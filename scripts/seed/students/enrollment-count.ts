import { schoolYearLabel } from '../calendar.ts';
import { enrollmentByGrade } from '../tables/schools.ts';
import type { World } from '../world.ts';
import type { Student } from './student.ts';

/** Counts the students of each school and grade, so that the network's figures agree with the records. */
export function createEnrollmentCount(world: World) {
  const counts = new Map<string, { school: string; grade: number; count: number }>();
  const { schoolYear } = world.calendar;
  return {
    add({ school, grade, gradYear, status }: Student): void {
      if (gradYear < schoolYear || status === 'WITHDRAWN') return;
      const key = `${school.code} ${grade}`;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { school: school.code, grade, count: 1 });
    },
    /** This school year's counts, and last year's a little above or below them. */
    write(): void {
      const random = world.random('enrolment of last year');
      const row = (school: string, year: number, grade: number, count: number) =>
        world.write(enrollmentByGrade, {
          school_code: school,
          school_year: schoolYearLabel(year),
          grade,
          count,
        });
      for (const { school, grade, count } of counts.values()) {
        row(school, schoolYear - 1, grade, Math.round(count * (0.94 + 0.12 * random.float())));
        row(school, schoolYear, grade, count);
      }
    },
  };
}
export type EnrollmentCount = ReturnType<typeof createEnrollmentCount>;
