const YEAR_DIGITS = 4;

/** Whole years lived on `day`; both are `YYYY-MM-DD`. Who was born on February 29 is a year older on March 1. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, YEAR_DIGITS)) - Number(born.slice(0, YEAR_DIGITS));
  return day.slice(YEAR_DIGITS) < born.slice(YEAR_DIGITS) ? years - 1 : years;
}
