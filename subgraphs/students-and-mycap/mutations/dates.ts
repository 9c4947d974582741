import { ruleViolated } from '../../../platform/errors.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import type { Context } from '../context.ts';

export const today = ({ now }: Pick<Context, 'now'>): string => dayInMassachusetts(now);

/** A day that a caller gave, or today. */
export const dayOrToday = (context: Context, day: Date | null | undefined): string =>
  day ? isoDay(day) : today(context);

/** Refuses, under the name of its rule, a day that is not between two others, both included. */
export function requireDayWithin(
  rule: string,
  day: string,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  if (day < from)
    throw ruleViolated(rule, `"${day}" is too early; ${from} is the first possible day.`);
  if (day > to) throw ruleViolated(rule, `"${day}" is in the future; today is ${to}.`);
}
