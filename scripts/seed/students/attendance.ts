import {
  type Day,
  firstDayOfSchoolYear,
  graduationDay,
  lastDayOfSchoolYear,
  schoolYearOf,
} from '../calendar.ts';
import type { Random } from '../random.ts';
import type { School } from '../schools/school.ts';
import { type Attended, FIRST_GRADE, gradeIn, LAST_GRADE, schoolYearOfGrade } from './student.ts';

const FIRST_HIGH_GRADE = 9;
const MOVED_SHARE = 0.04;

/** The schools of one region that children go to one after the other. */
export type Region = { readonly middle: readonly School[]; readonly high: readonly School[] };

/** From grade 6 on: the middle grades at one school, then high school; a few came from another in between. */
export function attendedBy(
  given: { readonly school: School; readonly gradYear: number; readonly asOf: Day },
  region: Region,
  random: Random,
): Attended[] {
  const { school, gradYear, asOf } = given;
  const moved = random.chance(MOVED_SHARE);
  const earlier = random.pick(region.middle);
  if (school.level === 'MIDDLE') {
    const start = firstDayOfSchoolYear(schoolYearOfGrade(gradYear, FIRST_GRADE));
    return moved
      ? split(
          { school: earlier, grade: FIRST_GRADE, from: start, until: null },
          school,
          asOf,
          random,
        )
      : [{ school, grade: FIRST_GRADE, from: start, until: null }];
  }
  const from = firstDayOfSchoolYear(schoolYearOfGrade(gradYear, FIRST_HIGH_GRADE));
  const middle = {
    school: earlier,
    grade: FIRST_GRADE,
    from: firstDayOfSchoolYear(schoolYearOfGrade(gradYear, FIRST_GRADE)),
    until: lastDayOfSchoolYear(schoolYearOfGrade(gradYear, FIRST_HIGH_GRADE - 1)),
  };
  const graduated = graduationDay(gradYear);
  const until = graduated <= asOf ? graduated : null;
  const high = { school, grade: FIRST_HIGH_GRADE, from, until };
  const end = Math.min(asOf, graduated);
  return [
    middle,
    ...(moved ? split({ ...high, school: random.pick(region.high) }, school, end, random) : [high]),
  ];
}

/** Left the first school on some day and entered the second one the day after. */
export function split(first: Attended, second: School, asOf: Day, random: Random): Attended[] {
  const left = random.int(first.from + 30, Math.max(first.from + 30, asOf - 5));
  if (first.school === second || left >= asOf) return [{ ...first, school: second }];
  const entered = left + 1;
  const gradeNow = first.grade + schoolYearOf(entered) - schoolYearOf(first.from);
  return [
    { ...first, until: left },
    { school: second, grade: gradeNow, from: entered, until: first.until },
  ];
}

export const gradeOn = (gradYear: number, day: Day): number =>
  Math.min(LAST_GRADE, gradeIn(gradYear, schoolYearOf(day)));

/** The school attended on a day. */
export function schoolOn(attended: readonly Attended[], day: Day): School | undefined {
  return attended.findLast(({ from, until }) => from <= day && (until === null || day <= until))
    ?.school;
}
