const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Massachusetts at a moment, as `YYYY-MM-DD`. */
export const dayInMassachusetts = (moment: Date): string => DAY.format(moment);

/** A calendar day of a `Date` column, as `YYYY-MM-DD`. */
export const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
