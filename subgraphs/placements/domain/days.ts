const DAY_MS = 24 * 60 * 60 * 1000;

/** A day `YYYY-MM-DD`, so many days later; earlier where `days` is negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The days of a placement. Its end may not be known yet. */
export type PlacementDays = { readonly start: string; readonly end: string | null };
