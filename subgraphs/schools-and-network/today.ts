import { dayInMassachusetts } from '../../platform/massachusetts-time.ts';
import { fiscalYearOf } from './domain/fiscal-year.ts';

type Now = { readonly now: Date };

/** The day on which a request is made, in Massachusetts, as `YYYY-MM-DD`. */
export const todayOf = ({ now }: Now): string => dayInMassachusetts(now);
/** The same as a `Date` column keeps it. */
export const todayAsDate = (context: Now): Date => new Date(todayOf(context));
export const fiscalYearNow = (context: Now): number => fiscalYearOf(todayOf(context));
