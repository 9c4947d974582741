import { firstDayOfSchoolYear, schoolYearOf } from '../calendar.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { at, Random } from '../random.ts';
import { groupsOf } from '../students/groups.ts';
import type { Cast } from './cast.ts';

const ENOUGH_DAYS = 10;

/** Two schools within one school year: this one, or where it has only begun the one before. */
export function tellTwoSchools(cast: Cast): void {
  const first = cast.high('BOSTON');
  const second = cast.school(
    ({ board, level, code, weight }) =>
      board === 'BOSTON' && level === 'HIGH' && code !== first.code && weight > 0,
  );
  const begun = cast.asOf - firstDayOfSchoolYear(cast.schoolYear) >= ENOUGH_DAYS;
  const from = firstDayOfSchoolYear(begun ? cast.schoolYear : cast.schoolYear - 1);
  const moved = from + Math.floor(Math.min(200, cast.asOf - from) / 2);
  const gradYear = schoolYearOf(from) + 2;
  const student = cast.student({
    id: EDGE_CASES.twoSchoolsStudent,
    school: second,
    gradYear,
    attended: [
      { school: first, grade: 10, from, until: moved },
      { school: second, grade: 10, from: moved + 1, until: null },
    ],
  });
  cast.tell(student, []);
}

/** Early College and an Innovation Career Pathway at once. */
export function tellBothPathways(cast: Cast): void {
  const isBoth = ({ type }: { type: string }) => type === 'EARLY_COLLEGE_AND_ICP';
  const school = cast.school(({ programs, weight }) => weight > 0 && programs.some(isBoth));
  const program = at(school.programs.filter(isBoth), 0);
  const pathway = {
    program,
    since: firstDayOfSchoolYear(cast.schoolYear - 1),
    concentrator: true,
    technicalCourses: 2,
    advancedCourses: 2,
  };
  const student = cast.student({
    id: EDGE_CASES.icpAndEarlyCollegeStudent,
    school,
    gradYear: cast.junior,
    pathway,
  });
  cast.tell(student, []);
}

/** A small school whose students are all here: five of one group, three of another. */
export function tellGroupOfFive(cast: Cast): void {
  const school = cast.school(({ level, weight }) => level === 'HIGH' && weight === 0);
  const enroll = (id: string, race: string) => {
    const groups = groupsOf(new Random(1, id), race);
    cast.tell(cast.student({ id, school, gradYear: cast.junior, groups }), []);
  };
  for (const id of EDGE_CASES.groupOfFiveStudents) enroll(id, EDGE_CASES.groupOfFive);
  for (const id of EDGE_CASES.groupOfFiveOtherStudents) enroll(id, 'RACE_WHITE');
}
