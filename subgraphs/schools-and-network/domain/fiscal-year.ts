/** A fiscal year begins on this day, as `-MM-DD`, and is named by the year in which it ends. */
const FIRST_DAY = '-07-01';
const LAST_DAY = '-06-30';

/** The fiscal year of a day `YYYY-MM-DD` in Massachusetts: from July 1 on it is the next year's. */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(4) < FIRST_DAY ? year : year + 1;
}

/** The first and the last day of a fiscal year, both included, as `YYYY-MM-DD`. */
export function daysOfFiscalYear(fiscalYear: number): { first: string; last: string } {
  return { first: `${fiscalYear - 1}${FIRST_DAY}`, last: `${fiscalYear}${LAST_DAY}` };
}
