import type { Actor } from '../../platform/actor.ts';
import type { Role } from '../../platform/vocabulary.ts';
import type { ApprovalSide } from './domain/approvals.ts';
import type { Prisma } from './generated/client/client.ts';

const NOTHING: Prisma.PlacementWhereInput = { id: { in: [] } };
const NO_STUDENT: Prisma.StudentRefWhereInput = { studentId: { in: [] } };

/** The codes of a district's schools: they share its first four digits. */
const schoolsOf = (district: string) => ({ gte: district, lte: `${district.slice(0, 4)}9999` });

/**
 * The placements an actor may see, as a condition of every read: hidden and missing look the same,
 * in rows and in counts. A new role does not compile until it is decided here.
 */
export function visiblePlacements(actor: Actor): Prisma.PlacementWhereInput {
  switch (actor.role) {
    case 'STUDENT':
    case 'FAMILY':
      return { studentId: { in: [...(actor.students ?? [])] } };
    case 'SCHOOL_STAFF':
      return { schoolCode: { in: [...(actor.schools ?? [])] } };
    case 'DISTRICT_STAFF':
      return actor.district ? { schoolCode: schoolsOf(actor.district) } : NOTHING;
    case 'BOARD_STAFF':
      return actor.board ? { boardCode: actor.board } : NOTHING;
    // Third parties read no record before a disclosure ledger can prove what they read.
    case 'PARTNER':
    case 'EMPLOYER':
    case 'STATE':
    case 'ADMIN':
    case 'PUBLIC':
      return NOTHING;
  }
}

/** Who may write on a placement's Work-Based Learning Plan: the staff who supervise it for the school. */
export function canWriteWblPlan(actor: Actor): boolean {
  return actor.role === 'SCHOOL_STAFF' || actor.role === 'DISTRICT_STAFF';
}

/** Who may tell hours: the student, and the staff who supervise the placement for the school. */
export function canLogHours(actor: Actor): boolean {
  return actor.role === 'STUDENT' || canWriteWblPlan(actor);
}

/** A reflection belongs to the student: nobody else writes it or decides who reads it. */
export function canReflect(actor: Actor): boolean {
  return actor.role === 'STUDENT';
}

/** The placements an actor may act on: those they may see, and for an employer those of their sites, of which they read nothing. */
export function reachablePlacements(actor: Actor): Prisma.PlacementWhereInput {
  return actor.role === 'EMPLOYER'
    ? { siteId: { in: [...(actor.sites ?? [])] } }
    : visiblePlacements(actor);
}

/** The students for whom an actor may propose a placement, as this subgraph knows them. */
export function placeableStudents(actor: Actor): Prisma.StudentRefWhereInput {
  switch (actor.role) {
    case 'STUDENT':
    case 'FAMILY':
      return { studentId: { in: [...(actor.students ?? [])] } };
    case 'SCHOOL_STAFF':
      return { schoolCode: { in: [...(actor.schools ?? [])] } };
    case 'DISTRICT_STAFF':
      return actor.district ? { schoolCode: schoolsOf(actor.district) } : NO_STUDENT;
    case 'BOARD_STAFF':
      return actor.board ? { boardCode: actor.board } : NO_STUDENT;
    case 'PARTNER':
    case 'EMPLOYER':
    case 'STATE':
    case 'ADMIN':
    case 'PUBLIC':
      return NO_STUDENT;
  }
}

export type PlacementAct =
  | 'propose'
  | 'match'
  | 'start'
  | 'complete'
  | 'end early'
  | 'withdraw'
  | 'decline';

const SCHOOL = ['SCHOOL_STAFF', 'DISTRICT_STAFF'] as const;
/** Schools do everything; the board brokers, and speaks for sites; a site declines, a student proposes and withdraws. */
const MAY_ACT: Readonly<Record<PlacementAct, readonly Role[]>> = {
  propose: ['STUDENT', ...SCHOOL, 'BOARD_STAFF'],
  match: [...SCHOOL, 'BOARD_STAFF'],
  start: SCHOOL,
  complete: SCHOOL,
  'end early': SCHOOL,
  withdraw: ['STUDENT', ...SCHOOL],
  decline: ['EMPLOYER', ...SCHOOL, 'BOARD_STAFF'],
};

export const canAct = ({ role }: Actor, act: PlacementAct): boolean => MAY_ACT[act].includes(role);

/** For which side an actor agrees to a placement; null for who agrees to none. */
export function approvalSideOf({ role }: Actor): ApprovalSide | null {
  switch (role) {
    case 'STUDENT':
    case 'FAMILY':
      return 'STUDENT';
    case 'SCHOOL_STAFF':
    case 'DISTRICT_STAFF':
      return 'SCHOOL';
    case 'BOARD_STAFF':
    case 'EMPLOYER':
      return 'SITE';
    case 'PARTNER':
    case 'STATE':
    case 'ADMIN':
    case 'PUBLIC':
      return null;
  }
}
