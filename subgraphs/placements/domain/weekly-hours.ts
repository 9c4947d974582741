import type { PlacementDays } from './days.ts';
import { daysToCheck, weeklyMinutesCap } from './minor-hours.ts';

/** A job: its days, and its minutes in each of their weeks. */
export type Job = PlacementDays & { readonly minutesPerWeek: number };

export type WeeklyHours =
  | { readonly status: 'fits' }
  | {
      readonly status: 'too-many';
      readonly day: string;
      readonly minutes: number;
      readonly cap: number;
    };

const FOREVER = '9999-12-31';
const covers = ({ start, end }: PlacementDays, day: string) =>
  day >= start && day <= (end ?? FOREVER);

/**
 * Whether a job and the ones that run beside it stay under the legal weekly cap. The sum grows only
 * where one of them begins, and the cap falls only where school does: those days are all there is to look at.
 */
export function weeklyHours(bornOn: string, job: Job, beside: readonly Job[] = []): WeeklyHours {
  const begins = beside.map(({ start }) => start).filter((day) => covers(job, day));
  const days = [...new Set([...daysToCheck(job), ...begins])].sort();
  for (const day of days) {
    const running = [job, ...beside].filter((each) => covers(each, day));
    const minutes = running.reduce((sum, { minutesPerWeek }) => sum + minutesPerWeek, 0);
    const cap = weeklyMinutesCap(bornOn, day);
    if (cap !== null && minutes > cap) return { status: 'too-many', day, minutes, cap };
  }
  return { status: 'fits' };
}

/** Jobs that share a day with this one. */
export const besideIt = (job: Job, others: readonly Job[]): Job[] =>
  others.filter(({ start, end }) => start <= (job.end ?? FOREVER) && (end ?? FOREVER) >= job.start);
