import { type DomainError, ruleViolated } from '../../../platform/errors.ts';

/** What the constraints behind the checks say, and what a caller is told instead: the same as by the check. */
const REFUSALS: Readonly<Record<string, () => DomainError>> = {
  opportunity_ref_has_slots_for_all: () =>
    ruleViolated('NO_SLOT_LEFT', 'The last slot was taken. Choose another opportunity.'),
  'are together more than the law allows': () =>
    ruleViolated(
      'WEEKLY_HOURS_CAP',
      'Together with the placements that run beside it, it is more hours a week than the law allows.',
    ),
};

/** What PostgreSQL refused, as the refusal that the check before it would have been; any other error as it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const told = `${error.message} ${JSON.stringify('meta' in error ? error.meta : null)}`;
  const broken = Object.keys(REFUSALS).find((words) => told.includes(words));
  return (broken && REFUSALS[broken]?.()) ?? error;
}
