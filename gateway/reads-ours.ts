/** A range of media types that has one of ours, with no parameter but ours, and that is not refused by its weight. */
const OURS =
  /^(?:\*\/\*|application\/(?:\*|json|graphql-response\+json))(?:;charset="?utf-8"?|;q=(?!0*(?:\.0*)?(?:;|$))[\d.]+)*$/;

/**
 * Whether a header `Accept` lets us answer. Apollo Server, whose rules these are, finds out when all is done: whoever
 * sent a mutation would take it for refused.
 */
export const readsOurs = (accept: string | undefined): boolean =>
  !accept ||
  accept
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .split(',')
    .some((range) => OURS.test(range));
