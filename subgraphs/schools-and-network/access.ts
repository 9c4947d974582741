import type { Actor } from '../../platform/actor.ts';
import type { Prisma } from './generated/client/client.ts';

const EVERY_AGREEMENT: Prisma.PartnershipAgreementWhereInput = {};
const ONCE_SIGNED: Prisma.PartnershipAgreementWhereInput = {
  status: { in: ['ACTIVE', 'EXPIRED', 'TERMINATED'] },
};

/**
 * The partnership agreements an actor may see, as a condition of every read. What schools and boards
 * have not signed yet is between them and the state. A new role does not compile until it is
 * decided here.
 */
export function visibleAgreements(actor: Actor): Prisma.PartnershipAgreementWhereInput {
  switch (actor.role) {
    case 'SCHOOL_STAFF':
    case 'DISTRICT_STAFF':
    case 'BOARD_STAFF':
    case 'STATE':
    case 'ADMIN':
      return EVERY_AGREEMENT;
    case 'PUBLIC':
    case 'STUDENT':
    case 'FAMILY':
    case 'PARTNER':
    case 'EMPLOYER':
      return ONCE_SIGNED;
  }
}
