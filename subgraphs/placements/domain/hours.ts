const MINUTES_PER_HOUR = 60;

/** Minutes as hours to two decimals: 90 is 1.5, 50 is 0.83. */
export const asHours = (minutes: number): number =>
  Math.round((minutes / MINUTES_PER_HOUR) * 100) / 100;
