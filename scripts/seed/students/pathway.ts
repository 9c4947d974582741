import { type Day, firstDayOfSchoolYear } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { School } from '../schools/school.ts';
import { type Pathway, schoolYearOfGrade } from './student.ts';

const SHARE = 0.38;
const VOCATIONAL_SHARE = 0.96;
/** Two technical courses in one program make a concentrator. */
const CONCENTRATOR_COURSES = 2;
const TENTH = 10;

/** From grade 10 on, a share of a school's students is in one of its programs. */
export function pathwayOf(
  given: {
    readonly school: School;
    readonly gradYear: number;
    readonly grade: number;
    readonly asOf: Day;
  },
  random: Random,
): Pathway | null {
  const { school, gradYear, grade, asOf } = given;
  const share = school.type === 'REGIONAL_VOC_TECH_AG' ? VOCATIONAL_SHARE : SHARE;
  if (grade < TENTH || school.programs.length === 0 || !random.chance(share)) return null;
  const program = random.pick(school.programs);
  const years = grade - TENTH;
  const technicalCourses = program.technical ? Math.min(4, years + random.int(0, 1)) : 0;
  return {
    program,
    since: Math.min(
      asOf,
      firstDayOfSchoolYear(schoolYearOfGrade(gradYear, TENTH)) + random.int(0, 20),
    ),
    concentrator: technicalCourses >= CONCENTRATOR_COURSES,
    technicalCourses,
    advancedCourses: random.int(0, years + 1),
  };
}
