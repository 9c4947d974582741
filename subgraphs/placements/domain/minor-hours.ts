import { ageOn } from './age.ts';
import { addDays, type PlacementDays } from './days.ts';

const HOUR = 60;

/** What somebody of an age may work: the younger ones less while school is in session. */
export type AgeBand = {
  readonly from: number;
  readonly under: number;
  readonly inSchool: {
    readonly weekly: number;
    readonly schoolDay: number;
    readonly otherDay: number;
  };
  readonly outOfSchool: { readonly weekly: number; readonly daily: number };
};

/**
 * In minutes, from the child labor laws as the Attorney General sums them up. School is out from
 * July 1 to Labor Day, the span in which that summary lets the younger ones work later.
 */
export const MINOR_HOURS: {
  readonly definitionVersion: string;
  readonly bands: readonly AgeBand[];
} = {
  definitionVersion: 'ma-youth-employment-2026.1',
  bands: [
    {
      from: 14,
      under: 16,
      inSchool: { weekly: 18 * HOUR, schoolDay: 3 * HOUR, otherDay: 8 * HOUR },
      outOfSchool: { weekly: 40 * HOUR, daily: 8 * HOUR },
    },
    {
      from: 16,
      under: 18,
      inSchool: { weekly: 48 * HOUR, schoolDay: 9 * HOUR, otherDay: 9 * HOUR },
      outOfSchool: { weekly: 48 * HOUR, daily: 9 * HOUR },
    },
  ],
};

const ADULT = 18;
const MONDAY = 1;
const DAYS_A_WEEK = 7;
const weekday = (day: string) => new Date(day).getUTCDay();

/** The first Monday in September. */
export function laborDay(year: number): string {
  const first = `${year}-09-01`;
  return addDays(first, (DAYS_A_WEEK + MONDAY - weekday(first)) % DAYS_A_WEEK);
}

const yearOf = (day: string) => Number(day.slice(0, 4));
export const isSchoolOut = (day: string): boolean =>
  day >= `${yearOf(day)}-07-01` && day <= laborDay(yearOf(day));

const bandOf = (age: number) =>
  MINOR_HOURS.bands.find(({ from, under }) => age >= from && age < under);

/** The minutes one may work in the week of a day: null from 18 on, none before 14. */
export function weeklyMinutesCap(bornOn: string, day: string): number | null {
  const age = ageOn(bornOn, day);
  if (age >= ADULT) return null;
  const band = bandOf(age);
  if (!band) return 0;
  return isSchoolOut(day) ? band.outOfSchool.weekly : band.inSchool.weekly;
}

/** The minutes one may work on a day: null from 18 on, none before 14. */
export function dailyMinutesCap(bornOn: string, day: string): number | null {
  const age = ageOn(bornOn, day);
  if (age >= ADULT) return null;
  const band = bandOf(age);
  if (!band) return 0;
  if (isSchoolOut(day)) return band.outOfSchool.daily;
  const isWeekend = weekday(day) % (DAYS_A_WEEK - 1) === 0;
  return isWeekend ? band.inSchool.otherDay : band.inSchool.schoolDay;
}

/** The days of a span on which a weekly cap can be lower than the day before: its first, and when school begins. */
export function daysToCheck({ start, end }: PlacementDays): string[] {
  const last = end ?? addDays(start, 400);
  const years = Array.from(
    { length: yearOf(last) - yearOf(start) + 1 },
    (_, i) => yearOf(start) + i,
  );
  const begins = years.map((year) => addDays(laborDay(year), 1));
  return [start, ...begins.filter((day) => day > start && day <= last)];
}
