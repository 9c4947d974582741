const TENTHS = 10;

/** A percentage to one decimal; null where there is nobody. */
export const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100 * TENTHS) / TENTHS;

/** How many percentage points a rate lies above another, to one decimal; null without both. */
export const pointsBetween = (rate: number | null, other: number | null): number | null =>
  rate === null || other === null ? null : Math.round((rate - other) * TENTHS) / TENTHS;
