import { firstDayOfSchoolYear, iso } from '../calendar.ts';
import type { Random } from '../random.ts';
import { earnedCredential, ewisFlag } from '../tables/students.ts';
import type { World } from '../world.ts';
import type { Student } from './student.ts';

const MINUTES_AN_HOUR = 60;
const EARNED_SHARE = 0.45;
const RISKS = [
  ['LOW', 76],
  ['MODERATE', 17],
  ['HIGH', 7],
] as const;

/** Some concentrators have a credential of their program. */
export function createCredentialWriter(world: World) {
  const id = world.ids('earned credentials');
  return (student: Student, random: Random): void => {
    const { pathway, lastDay } = student;
    if (!pathway?.concentrator || !random.chance(EARNED_SHARE)) return;
    const [credential] = pathway.program.credentials;
    const earned = lastDay - random.int(0, 150);
    const hours = random.int(40, 160);
    if (!credential || earned < pathway.since) return;
    world.write(earnedCredential, {
      id: id(),
      student_id: student.id,
      credential_id: credential,
      earned_on: iso(earned),
      minutes: hours * MINUTES_AN_HOUR,
    });
  };
}

/** The state says how it sees each enrolled student, two weeks into the school year. */
export function writeEwisFlag(world: World, student: Student, random: Random): void {
  const risk = random.weighted<string>(RISKS);
  const { asOf, schoolYear } = world.calendar;
  const told = firstDayOfSchoolYear(schoolYear) + 14;
  if (student.status !== 'ENROLLED') return;
  world.write(ewisFlag, {
    student_id: student.id,
    risk_level: risk,
    as_of: iso(Math.min(told, asOf)),
  });
}
