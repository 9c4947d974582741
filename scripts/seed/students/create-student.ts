import { type Day, dayAt, graduationDay } from '../calendar.ts';
import { randomUuid } from '../ids.ts';
import { personName } from '../names.ts';
import type { Random } from '../random.ts';
import type { School } from '../schools/school.ts';
import type { World } from '../world.ts';
import { attendedBy, type Region } from './attendance.ts';
import { groupsOf } from './groups.ts';
import { pathwayOf } from './pathway.ts';
import { gradeIn, hasGraduated, LAST_GRADE, type Student } from './student.ts';

/** Steps through all eight-digit numbers without meeting one twice (it shares no factor with 10^8). */
const SASID_STEP = 61_803_399;
const SASIDS = 100_000_000;

/** `99` belongs to no real student; the digits behind it follow no order that tells anything. */
export const sasidOf = (seed: number, index: number): string =>
  `99${String(((seed % 10_000) * 7_919 + (index + 1) * SASID_STEP) % SASIDS).padStart(8, '0')}`;

export type Place = {
  readonly index: number;
  readonly school: School;
  readonly gradYear: number;
  readonly region: Region;
};

/** A generated student; `fixed` is what a hand-written one has of their own. */
export function createStudent(
  world: World,
  { index, school, gradYear, region }: Place,
  random: Random,
  fixed: Partial<Student> = {},
): Student {
  const { asOf, schoolYear } = world.calendar;
  const graduated = hasGraduated(gradYear, asOf);
  const grade = Math.min(LAST_GRADE, gradeIn(gradYear, schoolYear));
  const student: Student = {
    id: fixed.id ?? randomUuid(random),
    sasid: sasidOf(world.seed, index),
    name: personName(random),
    birth: birthFor(gradYear, random),
    gradYear,
    grade,
    school,
    board: school.board,
    groups: groupsOf(random),
    status: graduated ? 'GRADUATED' : 'ENROLLED',
    attended: attendedBy({ school, gradYear, asOf }, region, random),
    pathway: pathwayOf({ school, gradYear, grade, asOf }, random),
    lastDay: graduated ? graduationDay(gradYear) : asOf,
    ...fixed,
  };
  return graduated || fixed.id || !random.chance(WITHDRAWN_SHARE)
    ? student
    : withdraw(student, random);
}

const WITHDRAWN_SHARE = 0.006;

function withdraw(student: Student, random: Random): Student {
  const last = student.attended.at(-1);
  const left = student.lastDay - random.int(5, 120);
  if (!last || left <= last.from) return student;
  return {
    ...student,
    status: 'WITHDRAWN',
    lastDay: left,
    attended: [...student.attended.slice(0, -1), { ...last, until: left }],
  };
}

/** Seventeen on the first of September before the year of graduation; a few a year older. */
export function birthFor(gradYear: number, random: Random): Day {
  const older = random.chance(0.05) ? 1 : 0;
  return dayAt(gradYear - 19 - older, 9, 2) + random.int(0, 363);
}
