import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from '../../../platform/errors.ts';
import { invitationExpiry } from '../domain/invitation-expiry.ts';
import type { Transaction } from '../locked-placement.ts';

/** 256 bits: nobody guesses a link. */
const TOKEN_BYTES = 32;
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The hash by which a token is found, or null for what is no token at all. */
export const tokenHash = (token: string): string | null =>
  TOKEN_SHAPE.test(token) ? hashOf(token) : null;

/** One answer for a token that never was, was used, was replaced or has expired. */
export const noInvitation = () =>
  new DomainError('NOT_FOUND', 'This link cannot be used. Ask the school for a new one.', {
    type: 'ReviewInvitation',
  });

type Invited = {
  readonly reviewId: string;
  readonly invitedBy: string;
  readonly now: Date;
};

/** Makes the one link of a review that works from now on; an earlier one works no more. */
export async function invite(
  transaction: Transaction,
  { reviewId, invitedBy, now }: Invited,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await transaction.reviewInvitation.updateMany({
    where: { reviewId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const data = {
    ...{ reviewId, invitedBy, tokenHash: hashOf(token) },
    createdAt: now,
    expiresAt: invitationExpiry(now),
  };
  const { id } = await transaction.reviewInvitation.create({ data, select: { id: true } });
  return { id, token };
}

/** Takes an invitation, and answers its review. Of any number at once, one takes it. */
export async function useInvitation(
  transaction: Transaction,
  hash: string,
  now: Date,
): Promise<string> {
  const [used] = await transaction.$queryRaw<{ reviewId: string }[]>`
    update review_invitation set used_at = ${now}
     where token_hash = ${hash} and used_at is null and revoked_at is null and expires_at > ${now}
    returning review_id::text as "reviewId"`;
  if (!used) throw noInvitation();
  return used.reviewId;
}
