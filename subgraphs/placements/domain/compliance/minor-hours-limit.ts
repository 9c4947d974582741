import { isEmployment } from '../employment.ts';
import { asHours } from '../hours.ts';
import { dailyMinutesCap, MINOR_HOURS } from '../minor-hours.ts';
import { weeklyHours } from '../weekly-hours.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { OPEN, type PlacementFacts } from './placement-facts.ts';

/** Says no age: whoever reads a finding may not read a birth date. */
function inAWeek(bornOn: string, facts: PlacementFacts): string | null {
  const fit = weeklyHours(bornOn, facts);
  return fit.status === 'too-many'
    ? `${asHours(fit.minutes)} hours a week are more than the ${asHours(fit.cap)} that the law allows the student in the week of ${fit.day}.`
    : null;
}

function onADay(bornOn: string, { longDays }: PlacementFacts): string | null {
  for (const { day, minutes } of longDays) {
    const cap = dailyMinutesCap(bornOn, day);
    if (cap !== null && minutes > cap)
      return `${asHours(minutes)} hours are logged on ${day}; the law allows the student ${asHours(cap)} on such a day.`;
  }
  return null;
}

/** The child labor laws, for work; a finding is a hint to look closer, not legal advice. */
export const minorHoursLimit: ComplianceRule = {
  rule: 'MINOR_HOURS_LIMIT',
  definitionVersion: MINOR_HOURS.definitionVersion,
  blocks: ['ACTIVE'],
  seenIn: OPEN,
  broken: (facts) => {
    const { bornOn } = facts;
    if (bornOn === null || !isEmployment(facts)) return null;
    return inAWeek(bornOn, facts) ?? onADay(bornOn, facts);
  },
};
