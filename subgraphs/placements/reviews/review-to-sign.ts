import type { Context } from '../context.ts';
import type { EmployabilitySkill, ReviewKind } from '../generated/client/client.ts';
import { tokenHash } from './invitations.ts';

export type RatingToSign = {
  readonly employabilitySkill: EmployabilitySkill | null;
  readonly careerSkill: string | null;
  readonly score: number;
};

/** What a link shows: the work and its ratings. Not whose they are, not where, and no free comments. */
export type ReviewToSign = {
  readonly kind: ReviewKind;
  readonly date: Date;
  readonly jobDescription: string;
  readonly ratings: readonly RatingToSign[];
};

/** The review that a token can sign at this moment; null for any other token, whatever became of it. */
export async function reviewToSign(context: Context, token: string): Promise<ReviewToSign | null> {
  const hash = tokenHash(token);
  if (!hash) return null;
  const [invitation] = await context.read.many('reviewInvitation', {
    where: { tokenHash: hash, usedAt: null, revokedAt: null, expiresAt: { gt: context.now } },
    include: {
      review: {
        include: {
          plan: true,
          scores: { orderBy: { position: 'asc' }, include: { careerSkill: true } },
        },
      },
    },
  });
  if (!invitation) return null;
  const { kind, date, plan, scores } = invitation.review;
  return {
    ...{ kind, date, jobDescription: plan.jobDescription },
    ratings: scores.map(({ employabilitySkill, careerSkill, score }) => ({
      ...{ employabilitySkill, careerSkill: careerSkill?.name ?? null, score },
    })),
  };
}
