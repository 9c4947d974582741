import type { Actor } from '../../platform/actor.ts';
import type { Role } from '../../platform/vocabulary.ts';
import type { Basis } from './domain/consent-right.ts';
import type { SupportStatus } from './domain/support-status.ts';
import type { Prisma } from './generated/client/client.ts';

const NOBODY: Prisma.StudentWhereInput = { id: { in: [] } };
const FIRST_OF_DISTRICT = 4;

/** The codes of a district's schools: they share its first four digits. */
const schoolsOf = (district: string) => ({
  gte: district,
  lte: `${district.slice(0, FIRST_OF_DISTRICT)}9999`,
});

/**
 * The students an actor may see, as a condition of every read: hidden and missing look the same, in
 * rows and in counts. A new role does not compile until it is decided here.
 */
export function visibleStudents(actor: Actor): Prisma.StudentWhereInput {
  switch (actor.role) {
    case 'STUDENT':
    case 'FAMILY':
      return { id: { in: [...(actor.students ?? [])] } };
    case 'SCHOOL_STAFF':
      return { schoolCode: { in: [...(actor.schools ?? [])] } };
    case 'DISTRICT_STAFF':
      return actor.district ? { schoolCode: schoolsOf(actor.district) } : NOBODY;
    case 'BOARD_STAFF':
      return actor.board ? { boardCode: actor.board } : NOBODY;
    // Third parties read no record before a disclosure ledger can prove what they read.
    case 'PARTNER':
    case 'EMPLOYER':
    case 'STATE':
    case 'ADMIN':
    case 'PUBLIC':
      return NOBODY;
  }
}

const STAFF: readonly Role[] = ['SCHOOL_STAFF', 'DISTRICT_STAFF'];

/** Staff of the school or district of a student whom they see. */
export const isSchoolStaff = ({ role }: Actor): boolean => STAFF.includes(role);

/** Whose student somebody becomes: staff enroll at their own schools, a district at any of its. */
export function canEnrollAt({ role, schools, district }: Actor, schoolCode: string): boolean {
  if (role === 'SCHOOL_STAFF') return schools?.includes(schoolCode) ?? false;
  return (
    role === 'DISTRICT_STAFF' &&
    district?.slice(0, FIRST_OF_DISTRICT) === schoolCode.slice(0, FIRST_OF_DISTRICT)
  );
}

/** Who may write on a student's MyCAP: the student is its primary author, school staff guide it. */
export const canWriteMyCap = (actor: Actor): boolean =>
  actor.role === 'STUDENT' || isSchoolStaff(actor);

/** The family takes part in the plan by reviewing it. */
export const canReviewWithFamily = (actor: Actor): boolean =>
  actor.role === 'FAMILY' || isSchoolStaff(actor);

export const canRequestSupport = (actor: Actor): boolean =>
  actor.role === 'STUDENT' || actor.role === 'FAMILY' || isSchoolStaff(actor);

/** Staff arrange a support; the student may decline it. */
export const canMoveSupport = (actor: Actor, to: SupportStatus): boolean =>
  isSchoolStaff(actor) || (actor.role === 'STUDENT' && to === 'DECLINED_BY_STUDENT');

/** On which basis an actor consents; null for everybody whose consent it is not. Staff never consent for a student. */
export function consentBasis({ role }: Actor): Basis | null {
  if (role === 'STUDENT') return 'ELIGIBLE_STUDENT';
  return role === 'FAMILY' ? 'PARENT_GUARDIAN' : null;
}

/** The ledger's rows an actor may read: of the students they see; a board's staff only what they themselves asked. */
export function visibleEntries(actor: Actor): Prisma.AccessLogEntryWhereInput {
  const student = visibleStudents(actor);
  return actor.role === 'BOARD_STAFF' ? { student, subject: actor.subject ?? '' } : { student };
}
