import type { PayType, WblType } from './wbl-type.ts';

const ALWAYS: readonly WblType[] = ['COOPERATIVE_EDUCATION', 'PART_TIME_EMPLOYMENT'];
const WHERE_PAID: readonly WblType[] = ['INTERNSHIP', 'CLINICAL_PRACTICUM', 'PRE_APPRENTICESHIP'];
const WAGES: readonly PayType[] = ['EMPLOYER_PAID', 'SUBSIDIZED'];

/**
 * Whether the child labor laws see a job in it: work for wages. A capstone and a simulation are
 * schoolwork whoever pays, an enterprise of one's own employs nobody, a stipend is no wage.
 */
export const isEmployment = ({
  wblType,
  pay,
}: {
  readonly wblType: WblType;
  readonly pay: PayType;
}): boolean => ALWAYS.includes(wblType) || (WHERE_PAID.includes(wblType) && WAGES.includes(pay));
