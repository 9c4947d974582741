export type DateFit =
  | { readonly status: 'fits' }
  | { readonly status: 'before-the-plan'; readonly opened: string }
  | { readonly status: 'in-the-future'; readonly today: string };

/** What was done lies between the day the plan was opened and today, both included. Days as `YYYY-MM-DD`. */
export function activityDateFit(day: string, opened: string, today: string): DateFit {
  if (day < opened) return { status: 'before-the-plan', opened };
  if (day > today) return { status: 'in-the-future', today };
  return { status: 'fits' };
}
