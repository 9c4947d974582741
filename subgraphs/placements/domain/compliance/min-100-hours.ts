import { PARTICIPATION } from '../counts-for-perkins.ts';
import { asHours } from '../hours.ts';
import { WANTS_100_HOURS } from '../wbl-type.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { COUNTED, OPEN } from './placement-facts.ts';

/** A warning: with fewer hours it may still be a good experience, but it does not count for 5S3. */
export const min100Hours: ComplianceRule = {
  rule: 'MIN_100_HOURS',
  definitionVersion: PARTICIPATION.definitionVersion,
  blocks: [],
  seenIn: COUNTED,
  broken: ({ wblType, status, plannedMinutes, loggedMinutes }) => {
    if (!WANTS_100_HOURS.includes(wblType)) return null;
    const isOpen = OPEN.includes(status);
    const minutes = isOpen ? plannedMinutes : loggedMinutes;
    if (minutes >= PARTICIPATION.minutes) return null;
    return `${asHours(minutes)} hours are ${isOpen ? 'planned' : 'logged'}; below ${asHours(PARTICIPATION.minutes)} it does not count as work-based learning.`;
  },
};
