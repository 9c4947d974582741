import { type DomainError, ruleViolated } from '../../platform/errors.ts';

const rule = (name: string, message: string) => () => ruleViolated(name, message);

/** What each constraint of the database says where a check before it was overtaken: the same rule. */
const MEANINGS: Readonly<Record<string, () => DomainError>> = {
  supervisor_once_at_site: rule(
    'SUPERVISOR_ALREADY_THERE',
    'Somebody with that address supervises at this site already. Follow them, or end that first.',
  ),
  site_active_when_onboarded: rule(
    'ONBOARDING_STEPS_MISSING',
    'A site cannot be ACTIVE before every step that is required of it is completed.',
  ),
  site_in_massachusetts: rule(
    'SITE_OUTSIDE_MASSACHUSETTS',
    'A site that is not VIRTUAL has a point in Massachusetts.',
  ),
  opportunity_ends_after_start: rule(
    'ENDS_BEFORE_START',
    'An opportunity ends on the day it starts, or later.',
  ),
  opportunity_has_slots: rule('NO_SLOTS', 'An opportunity has at least 1 slot.'),
  opportunity_co_op_is_paid: rule('COOP_MUST_BE_PAID', 'Cooperative education cannot be UNPAID.'),
  opportunity_paid_or_credit: rule(
    'PAID_OR_CREDIT',
    'An internship or a clinical practicum is paid, or bears credit.',
  ),
  opportunity_apprenticeship_partner: rule(
    'RA_PARTNER_REQUIRED',
    'A pre-apprenticeship has a Registered Apprenticeship partner.',
  ),
  career_event_ends_after_start: rule(
    'EVENT_ENDS_BEFORE_START',
    'An event ends on the day it starts, or later.',
  ),
};

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error);

/** Answers a write's violation of a constraint as the check would have. Anything else is not ours to explain. */
export async function explained<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const text = textOf(error);
    const known = Object.keys(MEANINGS).find((constraint) => text.includes(constraint));
    throw known ? MEANINGS[known]?.() : error;
  }
}
