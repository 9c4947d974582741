import type { Actor } from '../../platform/actor.ts';
import type { Prisma } from './generated/client/client.ts';

const NOTHING: Prisma.PlacementWhereInput = { id: { in: [] } };

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
