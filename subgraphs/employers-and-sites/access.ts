import type { Actor } from '../../platform/actor.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
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

/** Who brings employers and sites of a region into the network, and onboards them. */
export const canOnboard = (actor: Actor, board: WorkforceBoardCode): boolean =>
  actor.role === 'BOARD_STAFF' && actor.board === board;

type SiteOfBoard = { readonly id: string; readonly boardCode: WorkforceBoardCode };

/** Who speaks for a site, of its opportunities and its supervisors: its board, and its employer. */
export const canSpeakFor = (actor: Actor, site: SiteOfBoard): boolean =>
  canOnboard(actor, site.boardCode) ||
  (actor.role === 'EMPLOYER' && (actor.sites ?? []).includes(site.id));

/** Who says how much the labor market asks for an occupation: not who advertises it. */
export const canRateDemand = (actor: Actor): boolean => actor.role === 'BOARD_STAFF';

/** Whose students somebody may say of that they came. Whether a student is one, others know. */
export type AttendanceScope =
  | { readonly schools: readonly string[] }
  | { readonly district: string }
  | { readonly board: WorkforceBoardCode };

/** The scope within which an actor may record who came to an event; null for who may not. */
export function attendanceScope(actor: Actor): AttendanceScope | null {
  switch (actor.role) {
    case 'SCHOOL_STAFF':
      return actor.schools?.length ? { schools: [...actor.schools].sort() } : null;
    case 'DISTRICT_STAFF':
      return actor.district ? { district: actor.district } : null;
    case 'BOARD_STAFF':
      return actor.board ? { board: actor.board } : null;
    case 'PUBLIC':
    case 'STUDENT':
    case 'FAMILY':
    case 'PARTNER':
    case 'EMPLOYER':
    case 'STATE':
    case 'ADMIN':
      return null;
  }
}

type SchoolOfBoard = { readonly schoolCode: string; readonly boardCode: WorkforceBoardCode };

/** Who may hold an event at a school: its own staff, its district's and its board's, and employers anywhere. */
export function canHostAt(actor: Actor, { schoolCode, boardCode }: SchoolOfBoard): boolean {
  switch (actor.role) {
    case 'SCHOOL_STAFF':
      return (actor.schools ?? []).includes(schoolCode);
    case 'DISTRICT_STAFF':
      return actor.district?.slice(0, 4) === schoolCode.slice(0, 4);
    case 'BOARD_STAFF':
      return actor.board === boardCode;
    case 'EMPLOYER':
      return true;
    case 'PUBLIC':
    case 'STUDENT':
    case 'FAMILY':
    case 'PARTNER':
    case 'STATE':
    case 'ADMIN':
      return false;
  }
}

/** Roles that may hold career events at all. */
export const HOSTS: readonly Actor['role'][] = [
  'SCHOOL_STAFF',
  'DISTRICT_STAFF',
  'BOARD_STAFF',
  'EMPLOYER',
];
