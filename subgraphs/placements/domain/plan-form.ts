/** The six employability skills of the Massachusetts Work-Based Learning Plan, in its order. */
export const EMPLOYABILITY_SKILLS = [
  'ATTENDANCE_PUNCTUALITY',
  'COMMUNICATION',
  'TEAMWORK_COLLABORATION',
  'MOTIVATION_INITIATIVE',
  'CRITICAL_THINKING_PROBLEM_SOLVING',
  'WORKPLACE_CULTURE_POLICY_SAFETY',
] as const;
export type EmployabilitySkill = (typeof EMPLOYABILITY_SKILLS)[number];
export type PlanVersion = 'CURRENT' | 'LEGACY_2005';

/** What a form of the plan rates, and how many career skills it wants. */
export type PlanForm = {
  /** The employability skills that every review rates. */
  readonly employability: readonly EmployabilitySkill[];
  /** Foundation skills that today's six have no word for: the plan names them before its career skills. */
  readonly foundation: readonly string[];
  readonly careerSkills: { readonly least: number; readonly usualMost: number };
};

/**
 * Today's form wants three to five career skills. The form that began in 2005 rated eight foundation
 * skills, of which three live on among the six; of its second section it said no number.
 */
export const PLAN_FORMS: Readonly<Record<PlanVersion, PlanForm>> = {
  CURRENT: {
    employability: EMPLOYABILITY_SKILLS,
    foundation: [],
    careerSkills: { least: 3, usualMost: 5 },
  },
  LEGACY_2005: {
    employability: [
      'ATTENDANCE_PUNCTUALITY',
      'MOTIVATION_INITIATIVE',
      'WORKPLACE_CULTURE_POLICY_SAFETY',
    ],
    foundation: [
      'Workplace Appearance',
      'Accepting Direction and Constructive Criticism',
      'Speaking',
      'Listening',
      'Interacting with Co-Workers',
    ],
    careerSkills: { least: 1, usualMost: 5 },
  },
};
