/**
 * What the reports of this subgraph count where the sources leave it open. Whoever changes a value
 * changes the version beside it: it travels with every answer.
 */
export const OUTCOMES_DEFINITION = {
  version: 'outcomes-2026.1',
  /** Stages whose career events count for the employers that sponsor awareness and exploration. */
  sponsoredStages: ['CAREER_AWARENESS', 'CAREER_EXPLORATION'],
} as const;

/** AGROWE counts what Connecting Activities brokered; a student stands at the board of their first such placement of the year. */
export const QUARTERLY_DEFINITION = {
  version: 'agrowe-2026.1',
  /** "Raising graduation rates": work with students of these groups. */
  graduationFocusGroups: ['HIGH_NEEDS'],
} as const;

export const CAPACITY_DEFINITION = {
  version: 'capacity-2026.1',
  /** Students in Exploration near Immersion from this grade on; those in Immersion are ready in any. */
  explorationReadyFromGrade: 10,
} as const;

export const DATA_QUALITY_DEFINITION = {
  version: 'data-quality-2026.1',
  /** A placement near its end: in so many days or fewer. */
  nearTheEndDays: 21,
  /** Hours that an internship, a clinical practicum or a capstone needs to count. */
  wantedHours: 100,
  /** Days after the start in which a baseline is held. */
  baselineWithinDays: 14,
} as const;

export const SKILL_GAIN_DEFINITION = { version: 'skill-gain-2026.1' } as const;
