/** Ids of hand-written rows of employers, beside those of `../edge-cases.ts`: the same family, further numbers. */
const id = (number: number) =>
  `7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b${number.toString(16).padStart(4, '0')}`;

const CAMPAIGNS = 0x9000;

/** Where each edge case that needs no student stands in the demo. */
export const EMPLOYER_EDGE_CASES = {
  /** From home: 35 hours a week for six weeks, 40 slots, with equipment, a connection and a kit. */
  labOpportunity: id(0x510),
  /** A draft that is neither paid nor for credit: it cannot be published so. */
  unpaidWithoutCreditOpportunity: id(0x511),
  /** Paid under the minimum wage: published, with a warning. */
  lowWageOpportunity: id(0x512),
  /** Planned hours that do not fit the hours a week: published, with a warning. */
  hoursThatDoNotFitOpportunity: id(0x513),
  /** An arts program whose host is not the worksite, with what partners give beside the work. */
  artsProgram: id(0x901),
  /** Four days in the April vacation. */
  aprilBootcamp: id(0x902),
  jobShadowDay: id(0x903),
} as const;

/** The campaign for summer jobs of one fiscal year. */
export const campaignOf = (fiscalYear: number): string => id(CAMPAIGNS + fiscalYear);
