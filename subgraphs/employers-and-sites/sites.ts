import { forbidden, notFound, ruleViolated } from '../../platform/errors.ts';
import { isUuid } from '../../platform/ids.ts';
import { canOnboard, canSpeakFor } from './access.ts';
import type { Context } from './context.ts';
import { type Move, move, type OnboardingStatus } from './domain/onboarding-states.ts';
import type { Site } from './generated/client/client.ts';
import type { Transaction } from './transaction.ts';
import { requireVersion } from './versions.ts';

/** A site, which anyone may see. */
export async function requireSite(context: Context, id: string) {
  const found = isUuid(id) ? await context.read.many('site', { where: { id } }) : [];
  const [site] = found;
  if (!site) throw notFound('Site', id);
  return site;
}

/** A site of the actor's region, to be onboarded. `what` says what they may not, where they may not. */
export async function requireOnboardable(context: Context, id: string, what: string) {
  const site = await requireSite(context, id);
  if (!canOnboard(context.actor, site.boardCode)) throw forbidden(context.actor.role, what);
  return site;
}

/** A site that the actor speaks for: the board of its region, or the employer at its own. */
export async function requireSpokenFor(context: Context, id: string, what: string) {
  const site = await requireSite(context, id);
  if (!canSpeakFor(context.actor, site)) throw forbidden(context.actor.role, what);
  return site;
}

/** The site as it is now, which nobody else changes before this transaction ends. */
export async function lockSite(transaction: Transaction, id: string): Promise<Site> {
  await transaction.$queryRaw`select from site where id = ${id}::uuid for update`;
  return transaction.site.findUniqueOrThrow({ where: { id } });
}

/** The site as it is now, which stays so until this transaction ends; others may rely on that as well. */
export async function holdSite(transaction: Transaction, id: string): Promise<Site> {
  await transaction.$queryRaw`select from site where id = ${id}::uuid for share`;
  return transaction.site.findUniqueOrThrow({ where: { id } });
}

export const onboardingOf = ({ onboardingStatus, requiredSteps, completedSteps }: Site) => ({
  status: onboardingStatus,
  required: requiredSteps,
  completed: completedSteps,
});

function requireMoves(site: Site, to: OnboardingStatus, made: Move): void {
  if (made.status === 'moves') return;
  if (made.status === 'steps-missing')
    throw ruleViolated(
      'ONBOARDING_STEPS_MISSING',
      `Site "${site.id}" cannot be ${to} before ${made.missing.join(', ')} ${made.missing.length > 1 ? 'are' : 'is'} completed.`,
    );
  const possible = made.legal.length > 0 ? `can become ${made.legal.join(' or ')}` : 'stays so';
  throw ruleViolated(
    'SITE_STATUS',
    `Site "${site.id}" is ${site.onboardingStatus} and cannot become ${to}. It ${possible}.`,
  );
}

/** Moves a site along its onboarding, from the version that the caller saw. */
export async function moveSite(
  transaction: Transaction,
  { siteId, expectedVersion }: { readonly siteId: string; readonly expectedVersion: number },
  to: OnboardingStatus,
): Promise<void> {
  const site = await lockSite(transaction, siteId);
  requireVersion(`Site "${siteId}"`, site.version, expectedVersion);
  requireMoves(site, to, move(onboardingOf(site), to));
  await transaction.site.update({
    where: { id: siteId },
    data: { onboardingStatus: to, version: { increment: 1 } },
  });
}
