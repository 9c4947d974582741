/** The kinds of work-based learning, as the rules know them. */
export type WblType =
  | 'INTERNSHIP'
  | 'CLINICAL_PRACTICUM'
  | 'CAPSTONE'
  | 'PRE_APPRENTICESHIP'
  | 'SIMULATION'
  | 'COOPERATIVE_EDUCATION'
  | 'PART_TIME_EMPLOYMENT'
  | 'ENTREPRENEURIAL_ENTERPRISE';
export type PayType = 'EMPLOYER_PAID' | 'SUBSIDIZED' | 'UNPAID' | 'STIPEND';

/** These want 100 hours: internships and clinicals in a workplace, capstones outside the classroom. */
export const WANTS_100_HOURS: readonly WblType[] = ['INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE'];
/** On a student's journey, and not among the types of work-based learning that the state reports. */
export const NOT_REPORTABLE: readonly WblType[] = [
  'PART_TIME_EMPLOYMENT',
  'ENTREPRENEURIAL_ENTERPRISE',
];
