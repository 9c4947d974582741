export type NetworkTier = 'PARTNER' | 'MEMBER' | 'NOT_IN_NETWORK';

/** What a school's tier follows from. */
export type InNetwork = {
  readonly member: boolean;
  /** The fiscal years for which an agreement that both sides signed covers it. */
  readonly partnerYears: readonly number[];
  /** The day it closed. */
  readonly closedOn: Date | null;
};

/**
 * How a school takes part in the network in a fiscal year. An agreement runs out with its year, on
 * June 30, and the tier with it: nobody has to write that down.
 */
export function tierIn(fiscalYear: number, school: InNetwork): NetworkTier {
  if (school.closedOn) return 'NOT_IN_NETWORK';
  if (school.partnerYears.includes(fiscalYear)) return 'PARTNER';
  return school.member ? 'MEMBER' : 'NOT_IN_NETWORK';
}
