const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a supervisor can use a link to sign. */
export const INVITATION_DAYS = 14;

/** The first moment at which an invitation is of no use any more. */
export const invitationExpiry = (invitedAt: Date): Date =>
  new Date(invitedAt.getTime() + INVITATION_DAYS * DAY_MS);
