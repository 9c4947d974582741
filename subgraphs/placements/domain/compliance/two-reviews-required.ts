import { addDays } from '../days.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import type { PlacementFacts } from './placement-facts.ts';

/** How long before the end the final review is looked for. */
const NEAR_THE_END_DAYS = 14;

const isFinalDue = ({ status, end, today }: PlacementFacts) =>
  status === 'COMPLETED' || (end !== null && today >= addDays(end, -NEAR_THE_END_DAYS));

/** A baseline from the beginning on; a final one near the end, and before anything is completed. */
export const twoReviewsRequired: ComplianceRule = {
  rule: 'TWO_REVIEWS_REQUIRED',
  blocks: ['COMPLETED'],
  seenIn: ['ACTIVE', 'COMPLETED'],
  broken: (facts, entering) => {
    const wanted = ['BASELINE', 'FINAL'] as const;
    const due = entering === 'COMPLETED' || isFinalDue(facts) ? wanted : wanted.slice(0, 1);
    const missing = due.filter((kind) => !facts.reviews.includes(kind));
    return missing.length > 0
      ? `There is no ${missing.join(' and no ')} review yet; both are needed before it is completed.`
      : null;
  },
};
