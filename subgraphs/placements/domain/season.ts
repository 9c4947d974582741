import type { PlacementDays } from './days.ts';
import { laborDay } from './minor-hours.ts';

export type Season = 'SUMMER' | 'SCHOOL_YEAR' | 'BOTH';

/** By its dates: between July 1 and Labor Day, in the school year, or both. An open end runs on into the other. */
export function seasonOf({ start, end }: PlacementDays): Season {
  const year = Number(start.slice(0, 4));
  const [first, last] = [`${year}-07-01`, laborDay(year)];
  const startsInSummer = start >= first && start <= last;
  if (startsInSummer) return end !== null && end <= last ? 'SUMMER' : 'BOTH';
  const nextSummer = start < first ? first : `${year + 1}-07-01`;
  return end !== null && end < nextSummer ? 'SCHOOL_YEAR' : 'BOTH';
}
