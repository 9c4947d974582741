import type { Actor } from '../../platform/actor.ts';
import type { Prisma } from './generated/client/client.ts';

const NOBODY: Prisma.StudentWhereInput = { id: { in: [] } };

/** The codes of a district's schools: they share its first four digits. */
const schoolsOf = (district: string) => ({ gte: district, lte: `${district.slice(0, 4)}9999` });

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

/** Who may write on a student's MyCAP: the student is its primary author, school staff guide it. */
export function canWriteMyCap(actor: Actor): boolean {
  return (
    actor.role === 'STUDENT' || actor.role === 'SCHOOL_STAFF' || actor.role === 'DISTRICT_STAFF'
  );
}
