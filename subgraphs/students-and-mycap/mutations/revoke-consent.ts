import { notFound, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Basis } from '../domain/consent-right.ts';
import { revocationFit } from '../domain/consent-term.ts';
import type { Prisma } from '../generated/client/client.ts';
import { consentPayload } from './consent-payload.ts';
import { requireBasis, requireRight } from './consent-rules.ts';
import { today } from './dates.ts';
import { requireChanged } from './version.ts';

const RevokeConsentInput = builder.inputType('RevokeConsentInput', {
  description: 'A consent to take back.',
  fields: (t) => ({ consentId: t.id({ required: true, description: 'Which one.' }) }),
});

const RevokeConsentPayload = consentPayload('RevokeConsentPayload', 'What was taken back.');

async function requireConsent(context: Context, id: string) {
  const where = { id, student: visibleStudents(context.actor) };
  const include = { student: true } as const;
  const [consent] = isUuid(id) ? await context.read.many('consent', { where, include }) : [];
  if (!consent) throw notFound('Consent', id);
  return consent;
}
type KnownConsent = Awaited<ReturnType<typeof requireConsent>>;

function requireRevocable(context: Context, basis: Basis, consent: KnownConsent): void {
  requireRight(context, basis, consent.student);
  // An eligible student may take back what a parent gave, and not the other way round.
  if (basis === 'PARENT_GUARDIAN' && consent.basis === 'ELIGIBLE_STUDENT')
    throw ruleViolated('CONSENT_OF_THE_STUDENT', 'The student consented; they alone take it back.');
  const { grantedOn, expiresOn, revokedOn } = consent;
  const term = {
    grantedOn: isoDay(grantedOn),
    expiresOn: isoDay(expiresOn),
    revokedOn: revokedOn && isoDay(revokedOn),
  };
  const fit = revocationFit(term, today(context));
  if (fit.status === 'revoked-already')
    throw ruleViolated('CONSENT_REVOKED_ALREADY', `It was revoked on ${fit.on}.`);
  if (fit.status === 'expired-already')
    throw ruleViolated('CONSENT_EXPIRED', `It expired on ${fit.on}.`);
}

builder.mutationField('revokeConsent', (t) =>
  t.field({
    type: RevokeConsentPayload,
    nullable: true,
    description:
      'Takes a consent back from this moment on: the student any, a parent what a parent gave.',
    args: {
      input: t.arg({ type: RevokeConsentInput, required: true, description: 'Which one.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const revokedBy = requireSignedIn(context, '"revokeConsent"');
      const consent = await requireConsent(context, input.consentId);
      const basis = requireBasis(context, 'revoke a consent');
      const consentId = await once(
        context,
        { mutation: 'revokeConsent', key, input },
        async (transaction: Prisma.TransactionClient) => {
          requireRevocable(context, basis, consent);
          const changed = await transaction.consent.updateMany({
            where: { id: consent.id, revokedOn: null },
            data: { revokedOn: new Date(today(context)), revokedBy },
          });
          requireChanged('consent', changed);
          return consent.id;
        },
      );
      return { consentId };
    },
  }),
);
