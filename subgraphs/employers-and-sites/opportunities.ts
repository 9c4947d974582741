import { forbidden, notFound, ruleViolated } from '../../platform/errors.ts';
import { isUuid } from '../../platform/ids.ts';
import { isoDay } from '../../platform/massachusetts-time.ts';
import { canSpeakFor, visibleOpportunities } from './access.ts';
import type { Context } from './context.ts';
import type { Finding, OpportunityRule } from './domain/finding.ts';
import { opportunityFindings } from './domain/opportunity-findings.ts';
import type { Terms } from './domain/opportunity-terms.ts';
import type { Opportunity } from './generated/client/client.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Transaction } from './transaction.ts';

/** A row, or what will be one. */
export type Offer = Omit<Terms, 'startDate' | 'endDate'> & {
  readonly startDate: Date;
  readonly endDate: Date;
};

const termsOf = (offer: Offer): Terms => ({
  ...offer,
  startDate: isoDay(offer.startDate),
  endDate: isoDay(offer.endDate),
});

/** What the rules say of an opportunity by the thresholds in force. */
export const findingsOf = (offer: Offer): Finding[] =>
  opportunityFindings(termsOf(offer), THRESHOLDS);

/** Refuses what a rule blocks; warnings pass. */
export function requirePublishable(offer: Offer): void {
  const refused = findingsOf(offer).find(({ severity }) => severity === 'BLOCKING');
  if (refused) throw ruleViolated(refused.rule, refused.message);
}

/** Even a draft has slots and ends after it starts. */
const NOT_EVEN_DRAFTS: readonly OpportunityRule[] = ['ENDS_BEFORE_START', 'NO_SLOTS'];

/** Refuses what is not even a draft; what else a rule blocks waits until it is published. */
export function requireDraftable(offer: Offer): void {
  const refused = findingsOf(offer).find(({ rule }) => NOT_EVEN_DRAFTS.includes(rule));
  if (refused) throw ruleViolated(refused.rule, refused.message);
}

/** An opportunity that the actor may see and speaks for: the board of its site's region, or the employer. */
export async function requireOffered(context: Context, id: string, what: string) {
  const where = { AND: [{ id }, visibleOpportunities(context.actor)] };
  const found = isUuid(id) ? await context.read.many('opportunity', { where }) : [];
  const [offered] = found;
  if (!offered) throw notFound('Opportunity', id);
  const site = { id: offered.siteId, boardCode: offered.boardCode };
  if (!canSpeakFor(context.actor, site)) throw forbidden(context.actor.role, what);
  return offered;
}

/** The opportunity as it is now, which nobody else changes before this transaction ends. */
export async function lockOpportunity(transaction: Transaction, id: string): Promise<Opportunity> {
  await transaction.$queryRaw`select from opportunity where id = ${id}::uuid for update`;
  return transaction.opportunity.findUniqueOrThrow({ where: { id } });
}

/** Refuses a site that hosts nobody now. */
export function requireActiveSite(site: {
  readonly id: string;
  readonly onboardingStatus: string;
}) {
  if (site.onboardingStatus === 'ACTIVE') return;
  throw ruleViolated(
    'SITE_NOT_ACTIVE',
    `Site "${site.id}" is ${site.onboardingStatus} and publishes nothing. It must be ACTIVE.`,
  );
}

/** The program that is named, if one is. Refuses a host or a program that does not exist. */
export async function requireHostAndProgram(
  { read }: Context,
  { programHostId, programId }: { readonly programHostId?: unknown; readonly programId?: unknown },
) {
  const hosts = isText(programHostId) && isUuid(programHostId) ? { id: programHostId } : null;
  if (isText(programHostId) && (hosts ? await read.count('employer', hosts) : 0) === 0)
    throw notFound('Employer', programHostId);
  if (!isText(programId)) return null;
  const where = { id: programId };
  const [program] = isUuid(programId) ? await read.many('opportunityProgram', { where }) : [];
  if (!program) throw notFound('OpportunityProgram', programId);
  return program;
}

const isText = (value: unknown): value is string => typeof value === 'string';
