import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canWriteWblPlan } from '../access.ts';
import { builder } from '../builder.ts';
import { INVITATION_DAYS } from '../domain/invitation-expiry.ts';
import type { ReviewInvitation } from '../generated/client/client.ts';
import type { Transaction } from '../locked-placement.ts';
import { invite } from '../reviews/invitations.ts';
import { WblReview } from '../types/wbl-review.ts';
import { requireReview, writtenReview } from '../visible-rows.ts';

const InviteReviewSignatureInput = builder.inputType('InviteReviewSignatureInput', {
  description: 'A review that its supervisor should sign.',
  fields: (t) => ({ reviewId: t.id({ required: true, description: 'Which review.' }) }),
});

type Payload = { readonly invitation: ReviewInvitation; readonly token: string | null };
const InviteReviewSignaturePayload = builder
  .objectRef<Payload>('InviteReviewSignaturePayload')
  .implement({
    description: 'An invitation to sign one review, once, without an account.',
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      review: t.field({
        type: WblReview,
        nullable: true,
        description: 'The review.',
        resolve: ({ invitation }, _args, context, info) =>
          writtenReview(context, info, invitation.reviewId),
      }),
      token: t.exposeString('token', {
        nullable: true,
        description:
          'What the link carries: whoever has it can sign. Shown this once; null where an idempotency key is used again.',
      }),
      expiresAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Until when it can be used.',
        resolve: ({ invitation }) => invitation.expiresAt,
      }),
    }),
  });

builder.mutationFields((t) => ({
  inviteReviewSignature: t.field({
    type: InviteReviewSignaturePayload,
    nullable: true,
    description: `Makes a link by which a supervisor signs a review without an account: once, within ${INVITATION_DAYS} days. An earlier link of the review stops working.`,
    args: {
      input: t.arg({
        type: InviteReviewSignatureInput,
        required: true,
        description: 'Which review.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const invitedBy = requireSignedIn(context, '"inviteReviewSignature"');
      const review = await requireReview(context, input.reviewId);
      if (!canWriteWblPlan(context.actor))
        throw forbidden(context.actor.role, 'invite a supervisor to sign');
      // Kept nowhere: a replay of the key finds the invitation, and no token.
      let token: string | null = null;
      const id = await once(
        context,
        { mutation: 'inviteReviewSignature', key, input },
        async (transaction: Transaction) => {
          // Two invitations at once are made one after the other, so that one of them works.
          await transaction.$queryRaw`select 1 from wbl_review where id = ${review.id}::uuid for no key update`;
          if (review.supervisorSignedOn)
            throw ruleViolated('SIGNED_ALREADY', `The supervisor of review "${review.id}" signed.`);
          const made = await invite(transaction, {
            ...{ reviewId: review.id, invitedBy },
            now: context.now,
          });
          token = made.token;
          return made.id;
        },
      );
      const invitation = await context.db.reviewInvitation.findUniqueOrThrow({ where: { id } });
      return { invitation, token };
    },
  }),
}));
