/** The ids of hand-written rows: one family, by number, that no generated id can meet. */
const id = (number: number) =>
  `7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b${number.toString(16).padStart(4, '0')}`;

/**
 * Where each edge case of the domain stands in the demo, by name. A name that ends in `Student`,
 * `Placement`, `Site` … tells what the id is of.
 */
export const EDGE_CASES = {
  /** Moved between two schools within one school year. */
  twoSchoolsStudent: id(0x100),
  /** In an Innovation Career Pathway and Early College at once (SIMS code 04). */
  icpAndEarlyCollegeStudent: id(0x101),
  /** 15 years old, offered 20 hours a week in February. */
  twentyHoursInFebruaryStudent: id(0x102),
  twentyHoursInFebruaryPlacement: id(0x202),
  /** An unpaid internship that bears no credit. */
  unpaidWithoutCreditStudent: id(0x103),
  unpaidWithoutCreditPlacement: id(0x203),
  /** An internship at a site that is virtual and has no address. */
  virtualStudent: id(0x104),
  virtualPlacement: id(0x204),
  virtualSite: id(0x304),
  /** The program's host is not the worksite's employer. */
  programHostStudent: id(0x105),
  programHostPlacement: id(0x205),
  programHostEmployer: id(0x405),
  programHostOpportunity: id(0x505),
  /** Four students of one capstone team share one employer. */
  capstoneTeam: id(0x606),
  capstoneTeamStudents: [id(0x110), id(0x111), id(0x112), id(0x113)],
  capstoneTeamPlacements: [id(0x210), id(0x211), id(0x212), id(0x213)],
  /** One employer with sites in three regions. */
  threeRegionsEmployer: id(0x407),
  threeRegionsSites: [id(0x320), id(0x321), id(0x322)],
  /** Begins before June 30 and ends after it: it counts in the year of its start. */
  crossesFiscalYearStudent: id(0x108),
  crossesFiscalYearPlacement: id(0x208),
  /** Had finished grade 8 in June and worked in July. */
  grade8SummerStudent: id(0x109),
  grade8SummerPlacement: id(0x209),
  /** A school in which exactly five students are Native Hawaiian or other Pacific Islander. */
  groupOfFive: 'RACE_NHPI',
  groupOfFiveStudents: [id(0x120), id(0x121), id(0x122), id(0x123), id(0x124)],
  groupOfFiveOtherStudents: [id(0x125), id(0x126), id(0x127)],
  /** Every board is also found by its name from before MassHire. */
  renamedBoard: 'BOSTON',
  renamedBoardAlias: 'Boston WIB',
  /** How a spreadsheet spells a code that begins with zeros. No school has it; imports refuse it. */
  codeWithLostZeros: '350560',
  /** The supervisor who wrote the baseline left during the placement. */
  supervisorLeftStudent: id(0x10a),
  supervisorLeftPlacement: id(0x20a),
  supervisorLeftSite: id(0x30a),
  supervisorLeftSupervisor: id(0x70a),
  /** Turns 18 while the placement runs. */
  turns18Student: id(0x10b),
  turns18Placement: id(0x20b),
  /** In a placement that runs, for the consent that is revoked meanwhile. */
  consentRevokedStudent: id(0x10c),
  consentRevokedPlacement: id(0x20c),
  /** In grade 11 of the demo's first Boston school, ready for immersion and never placed. */
  readyForImmersionStudents: [id(0x130), id(0x131), id(0x132)],
  /** Ended on June 30 and was not renewed. */
  expiredAgreement: id(0x80d),
  /** A placement that runs and has no baseline review, one for each board, in the boards' order. */
  withoutBaselineStudents: Array.from({ length: 16 }, (_, i) => id(0x140 + i)),
  withoutBaselinePlacements: Array.from({ length: 16 }, (_, i) => id(0x240 + i)),
} as const;
