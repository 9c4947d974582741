import { ageOn, type Day, firstDayOfSchoolYear, iso } from '../calendar.ts';
import type { Placement } from '../placements/placement.ts';
import type { Random } from '../random.ts';
import { pgArray } from '../table.ts';
import { consent } from '../tables/students.ts';
import type { World } from '../world.ts';
import { gradeOn } from './attendance.ts';
import type { Student } from './student.ts';

export type Consent = {
  readonly recipient: string;
  readonly purpose: string;
  readonly elements: readonly string[];
  readonly granted: Day;
  readonly expires: Day;
  readonly revoked?: Day;
  /** Unset, it is the student's own where they were eligible, else a parent's. */
  readonly basis?: 'ELIGIBLE_STUDENT' | 'PARENT_GUARDIAN';
};

const ELIGIBLE_AGE = 14;
const ELIGIBLE_GRADE = 9;
const OF_A_PLACEMENT = ['Student.displayName', 'Student.grade', 'Placement.status'];
const OF_COLLEGE_ACCESS = ['Student.displayName', 'MyCapPlan.goals'];
const COLLEGE_PARTNER = 'Kettle Writing Circle';
/** A month or so before an employer is told a name, it is consented to. */
const BEFORE_A_PLACEMENT = 21;

/** Consents outlast the school year in which they are given. */
const endOfNextYear = (world: World): Day => firstDayOfSchoolYear(world.calendar.schoolYear + 2);

/** One for each employer a student was placed with, and for some one more. */
export function consentsOf(
  world: World,
  student: Student,
  placements: readonly Placement[],
  random: Random,
): readonly Consent[] {
  const expires = endOfNextYear(world);
  const first = new Map<string, Day>();
  for (const { site, start } of placements) {
    const name = site?.employer.name;
    if (name) first.set(name, Math.min(start, first.get(name) ?? start));
  }
  const toEmployers = [...first].map(([recipient, start]) => ({
    recipient,
    purpose: 'PLACEMENT',
    elements: OF_A_PLACEMENT,
    granted: Math.min(start, student.lastDay) - BEFORE_A_PLACEMENT,
    expires,
  }));
  const granted = student.lastDay - random.int(10, 200);
  const college = { recipient: COLLEGE_PARTNER, purpose: 'COLLEGE_ACCESS', granted, expires };
  const more = student.grade > ELIGIBLE_GRADE && random.chance(0.12);
  return more ? [...toEmployers, { ...college, elements: OF_COLLEGE_ACCESS }] : toEmployers;
}

const basisOn = (student: Student, day: Day) =>
  ageOn(student.birth, day) >= ELIGIBLE_AGE || gradeOn(student.gradYear, day) >= ELIGIBLE_GRADE
    ? 'ELIGIBLE_STUDENT'
    : 'PARENT_GUARDIAN';

export function createConsentWriter(world: World) {
  const id = world.ids('consents');
  return (student: Student, consents: readonly Consent[]): void => {
    for (const { granted, revoked, ...given } of consents) {
      const basis = given.basis ?? basisOn(student, granted);
      const by = basis === 'ELIGIBLE_STUDENT' ? student.id : `parent of ${student.id}`;
      world.write(consent, {
        id: id(),
        student_id: student.id,
        basis,
        recipient_organization: given.recipient,
        purpose: given.purpose,
        data_elements: pgArray(given.elements),
        granted_on: iso(granted),
        expires_on: iso(given.expires),
        revoked_on: revoked === undefined ? null : iso(revoked),
        granted_by: by,
        revoked_by: revoked === undefined ? null : by,
      });
    }
  };
}
