import type { Actor } from '../../platform/actor.ts';
import type { Prisma } from './generated/client/client.ts';

const EVERY_OPPORTUNITY: Prisma.OpportunityWhereInput = {};
/** What was advertised once. A draft is not yet, and what was withdrawn is no longer, for everyone. */
const ADVERTISED: Prisma.OpportunityWhereInput = { status: { in: ['OPEN', 'FILLED', 'CLOSED'] } };

/**
 * The opportunities an actor may see, as a condition of every read: hidden and missing look the
 * same, in rows and in counts. A new role does not compile until it is decided here.
 */
export function visibleOpportunities(actor: Actor): Prisma.OpportunityWhereInput {
  switch (actor.role) {
    case 'SCHOOL_STAFF':
    case 'DISTRICT_STAFF':
    case 'BOARD_STAFF':
    case 'STATE':
    case 'ADMIN':
      return EVERY_OPPORTUNITY;
    case 'EMPLOYER':
      return { OR: [ADVERTISED, { siteId: { in: [...(actor.sites ?? [])] } }] };
    case 'PUBLIC':
    case 'STUDENT':
    case 'FAMILY':
    case 'PARTNER':
      return ADVERTISED;
  }
}

const EVERY_SUPERVISOR: Prisma.SupervisorWhereInput = {};

/**
 * The supervisors an actor may see. Their ids say nothing, so that anyone may follow them; whoever
 * is given names and addresses with them is either staff, or an employer asking for its own sites.
 */
export function visibleSupervisors(actor: Actor): Prisma.SupervisorWhereInput {
  switch (actor.role) {
    case 'EMPLOYER':
      return { siteId: { in: [...(actor.sites ?? [])] } };
    case 'PUBLIC':
    case 'STUDENT':
    case 'FAMILY':
    case 'SCHOOL_STAFF':
    case 'DISTRICT_STAFF':
    case 'BOARD_STAFF':
    case 'PARTNER':
    case 'STATE':
    case 'ADMIN':
      return EVERY_SUPERVISOR;
  }
}
