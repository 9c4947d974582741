const MINUTES_PER_HOUR = 60;
const CENTS_PER_DOLLAR = 100;

/** Minutes as hours to two decimals: 90 is 1.5, 50 is 0.83. */
export const asHours = (minutes: number): number =>
  Math.round((minutes / MINUTES_PER_HOUR) * 100) / 100;

/** Cents as dollars: 1675 is 16.75. */
export const asDollars = (cents: number): number => cents / CENTS_PER_DOLLAR;

/** Hours as whole minutes: 150.83 is 9,050. */
export const asMinutes = (hours: number): number => Math.round(hours * MINUTES_PER_HOUR);

/** Dollars as whole cents: 16.75 is 1,675. */
export const asCents = (dollars: number): number => Math.round(dollars * CENTS_PER_DOLLAR);
