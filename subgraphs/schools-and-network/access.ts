import type { Actor } from '../../platform/actor.ts';
import type { Side } from './domain/agreement-state.ts';
import { districtOf } from './domain/org-code.ts';
import type { Prisma } from './generated/client/client.ts';

const EVERY_AGREEMENT: Prisma.PartnershipAgreementWhereInput = {};
/** Whatever became of it: an agreement that only one side signed stays between the two. */
const ONCE_SIGNED: Prisma.PartnershipAgreementWhereInput = {
  signedByDistrict: { not: null },
  signedByBoard: { not: null },
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

type Place = {
  readonly deseCode: string;
  readonly districtCode: string;
  readonly boardCode: string;
};

const staffs = (actor: Actor, { deseCode, districtCode }: Omit<Place, 'boardCode'>): boolean =>
  (actor.role === 'SCHOOL_STAFF' && (actor.schools ?? []).includes(deseCode)) ||
  (actor.role === 'DISTRICT_STAFF' && actor.district === districtCode);

/** Who convenes the schools of a region, and hands one of them to another board: the board's own staff. */
export const canActForBoard = (actor: Actor, boardCode: string): boolean =>
  actor.role === 'BOARD_STAFF' && actor.board === boardCode;

/** Who brings a school into the network and out of it: its own staff, its district's, its board's. */
export const canBringIntoNetwork = (actor: Actor, school: Place): boolean =>
  staffs(actor, school) || canActForBoard(actor, school.boardCode);

/** Who offers a program of study at a school: its own staff and its district's. */
export const canOfferPathway = (actor: Actor, school: Place): boolean => staffs(actor, school);

/** For which side of an agreement an actor acts, signs and ends it; null for neither. */
export function sideOf(
  actor: Actor,
  { districtCode, boardCode }: Omit<Place, 'deseCode'>,
): Side | null {
  if (actor.role === 'DISTRICT_STAFF' && actor.district === districtCode) return 'SCHOOL';
  return canActForBoard(actor, boardCode) ? 'WORKFORCE_BOARD' : null;
}

const NO_SHARING: Prisma.DataSharingAgreementWhereInput = { versionId: { in: [] } };
/** What was agreed on, whatever became of it; not what is being negotiated. */
const ONCE_AGREED: Prisma.DataSharingAgreementWhereInput = {
  status: { in: ['ACTIVE', 'SUSPENDED', 'TERMINATED'] },
};

/**
 * The data-sharing agreements an actor may see: a partner its own, a district and its schools
 * theirs; boards and the state see with whom data is shared, but no draft. Null where the role sees
 * none at all, which is said instead of an empty list.
 */
export function visibleSharing(actor: Actor): Prisma.DataSharingAgreementWhereInput | null {
  switch (actor.role) {
    case 'PARTNER':
      return actor.organization ? { partner: { name: actor.organization } } : NO_SHARING;
    case 'DISTRICT_STAFF':
      return actor.district ? { districtCode: actor.district } : NO_SHARING;
    case 'SCHOOL_STAFF':
      return { districtCode: { in: (actor.schools ?? []).map(districtOf) } };
    case 'BOARD_STAFF':
    case 'STATE':
    case 'ADMIN':
      return ONCE_AGREED;
    case 'PUBLIC':
    case 'STUDENT':
    case 'FAMILY':
    case 'EMPLOYER':
      return null;
  }
}
