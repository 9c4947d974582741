import { badUserInput, forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Transaction } from '../locked-placement.ts';
import { noInvitation, tokenHash, useInvitation } from '../reviews/invitations.ts';
import { WblReview } from '../types/wbl-review.ts';
import { requireReview, writtenReview } from '../visible-rows.ts';

/** The longest key that fits beside a token's hash in what is remembered. */
const MAX_KEY = 100;

const SignReviewInput = builder.inputType('SignReviewInput', {
  description: 'A signature: by the token of an invitation, or by the student who is signed in.',
  fields: (t) => ({
    token: t.string({ description: "The supervisor's: what the link carries." }),
    reviewId: t.id({ description: "The student's: which review. Not together with a token." }),
  }),
});
type Input = typeof SignReviewInput.$inferInput;

type Payload = { readonly reviewId: string; readonly byToken: boolean };
const SignReviewPayload = builder.objectRef<Payload>('SignReviewPayload').implement({
  description: 'A signature that was given.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    signedOn: t.field({
      type: 'Date',
      nullable: true,
      classified: 'PUBLIC',
      description: 'The day of the signature.',
      resolve: async ({ reviewId: id, byToken }, _args, { db }) => {
        const review = await db.wblReview.findUniqueOrThrow({ where: { id } });
        return byToken ? review.supervisorSignedOn : review.studentSignedOn;
      },
    }),
    review: t.field({
      type: WblReview,
      nullable: true,
      description: 'The review, for a student who signed. A token opens nothing.',
      resolve: ({ reviewId, byToken }, _args, context, info) =>
        byToken ? null : writtenReview(context, info, reviewId),
    }),
  }),
});

type Signing = { readonly context: Context; readonly key: string | null | undefined; today: Date };

/** Whoever has the token signs; no role is asked for. Its key is remembered beside the token's own hash. */
async function signByToken(token: string, { context, key, today }: Signing): Promise<Payload> {
  checkTexts({ idempotencyKey: key }, MAX_KEY);
  const hash = tokenHash(token);
  if (!hash) throw noInvitation();
  const reviewId = await once(
    { ...context, actor: { subject: null, role: 'PUBLIC' } },
    { mutation: 'signReview', key: key && `${hash}:${key}`, input: { hash } },
    async (transaction: Transaction) => {
      const id = await useInvitation(transaction, hash, context.now);
      await transaction.wblReview.update({ where: { id }, data: { supervisorSignedOn: today } });
      return id;
    },
  );
  return { reviewId, byToken: true };
}

async function signAsStudent(reviewId: string, { context, key, today }: Signing): Promise<Payload> {
  requireSignedIn(context, '"signReview" by a student');
  const review = await requireReview(context, reviewId);
  if (context.actor.role !== 'STUDENT')
    throw forbidden(context.actor.role, 'sign for a student; who supervised signs by a link');
  await once(
    context,
    { mutation: 'signReview', key, input: { reviewId } },
    async (transaction: Transaction) => {
      const signed = await transaction.wblReview.updateMany({
        where: { id: review.id, studentSignedOn: null },
        data: { studentSignedOn: today },
      });
      if (signed.count === 0)
        throw ruleViolated('SIGNED_ALREADY', `The student signed review "${review.id}" already.`);
      return review.id;
    },
  );
  return { reviewId, byToken: false };
}

function sign({ token, reviewId }: Input, signing: Signing): Promise<Payload> {
  if (token && !reviewId) return signByToken(token, signing);
  if (reviewId && !token) return signAsStudent(reviewId, signing);
  throw badUserInput('A signature has either a "token" or a "reviewId".');
}

builder.mutationFields((t) => ({
  signReview: t.field({
    type: SignReviewPayload,
    nullable: true,
    description:
      'Signs a review: the supervisor by the token of a link, once and without an account, or the student who is signed in.',
    args: {
      input: t.arg({ type: SignReviewInput, required: true, description: 'The signature.' }),
      idempotencyKey: t.arg.string({ description: `${IDEMPOTENCY_KEY} With a token at most 100.` }),
    },
    resolve: (_root, { input, idempotencyKey: key }, context) =>
      sign(input, { context, key, today: new Date(dayInMassachusetts(context.now)) }),
  }),
}));
