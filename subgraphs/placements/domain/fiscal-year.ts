import { addDays } from './days.ts';

/** A fiscal year begins on July 1, and is named by the year in which it ends. */
const FIRST_DAY = '-07-01';
const LAST_DAY = '-06-30';
const QUARTER_STARTS = ['-07-01', '-10-01', '-01-01', '-04-01'] as const;
/** A quarterly report is due so many days after its quarter's last day. */
const DUE_AFTER_DAYS = 15;

export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = (typeof QUARTERS)[number];
export type Days = { readonly first: string; readonly last: string };

/** The fiscal year of a day `YYYY-MM-DD` in Massachusetts: from July 1 on it is the next year's. */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(4) < FIRST_DAY ? year : year + 1;
}

/** The first and the last day of a fiscal year, both included, as `YYYY-MM-DD`. */
export const daysOfFiscalYear = (fiscalYear: number): Days => ({
  first: `${fiscalYear - 1}${FIRST_DAY}`,
  last: `${fiscalYear}${LAST_DAY}`,
});

const quarterStart = (fiscalYear: number, quarter: Quarter): string =>
  `${quarter <= 2 ? fiscalYear - 1 : fiscalYear}${QUARTER_STARTS[quarter - 1]}`;

/** The first and the last day of a quarter, both included. */
export function daysOfQuarter(fiscalYear: number, quarter: Quarter): Days {
  const next = QUARTERS.find((each) => each > quarter);
  const last = next
    ? addDays(quarterStart(fiscalYear, next), -1)
    : daysOfFiscalYear(fiscalYear).last;
  return { first: quarterStart(fiscalYear, quarter), last };
}

/** When the report of a quarter is due. */
export const quarterDueOn = (fiscalYear: number, quarter: Quarter): string =>
  addDays(daysOfQuarter(fiscalYear, quarter).last, DUE_AFTER_DAYS);

/** The quarters of a fiscal year that have begun by a day, the first ones first. */
export const quartersBegun = (fiscalYear: number, today: string): readonly Quarter[] =>
  QUARTERS.filter((quarter) => quarterStart(fiscalYear, quarter) <= today);
