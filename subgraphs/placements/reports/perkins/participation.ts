import { PARTICIPATION } from '../../domain/counts-for-perkins.ts';
import { NOT_REPORTABLE, WANTS_100_HOURS } from '../../domain/wbl-type.ts';

/**
 * `domain/counts-for-perkins.ts` in SQL, over a placement `p`; {@link participationValues} are its
 * parameters from `$first` on.
 */
export const participationSql = (first: number): string => `(
  p.wbl_type::text <> all ($${first}::text[]) and case
    when p.wbl_type::text = any ($${first + 1}::text[])
      then p.status in ('COMPLETED', 'ENDED_EARLY') and p.logged_minutes >= $${first + 2}::int
    else p.status = 'COMPLETED'
  end)`;

export const participationValues = [NOT_REPORTABLE, WANTS_100_HOURS, PARTICIPATION.minutes];
