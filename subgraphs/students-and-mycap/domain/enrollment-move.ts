export type MoveFit =
  | { readonly status: 'fits'; readonly lastDay: string }
  | { readonly status: 'before-the-entry'; readonly earliest: string }
  | { readonly status: 'in-the-future'; readonly today: string };

const MS_A_DAY = 24 * 60 * 60 * 1000;

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);

/** A student who enters another school on `day` had the day before as their last day at this one. */
export function transferFit(day: string, enteredOn: string, today: string): MoveFit {
  const earliest = daysFrom(enteredOn, 1);
  if (day < earliest) return { status: 'before-the-entry', earliest };
  if (day > today) return { status: 'in-the-future', today };
  return { status: 'fits', lastDay: daysFrom(day, -1) };
}

/** A student who leaves on `day` was there that day; the day of the entry is the earliest. */
export function leavingFit(day: string, enteredOn: string, today: string): MoveFit {
  if (day < enteredOn) return { status: 'before-the-entry', earliest: enteredOn };
  if (day > today) return { status: 'in-the-future', today };
  return { status: 'fits', lastDay: day };
}
