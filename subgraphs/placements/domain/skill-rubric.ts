import type { EmployabilitySkill } from './plan-form.ts';

/** What a skill means, and what each rating of it looks like at work, from 1 to 5. */
export type SkillRubric = {
  readonly name: string;
  readonly meaning: string;
  readonly levels: readonly [string, string, string, string, string];
};

/** The names are the plan's; the words of the levels are ours. New interns are mostly at 2 or 3. */
export const SKILL_RUBRIC: Readonly<Record<EmployabilitySkill, SkillRubric>> = {
  ATTENDANCE_PUNCTUALITY: {
    name: 'Attendance and Punctuality',
    meaning: 'Comes when expected, starts on time, and says early when that is not possible.',
    levels: [
      'Is often late or away without a word.',
      'Mostly comes on time; sometimes gives notice late.',
      'Comes on time and gives notice ahead.',
      'Never misses a start; plans absences around the work.',
      'Is relied on to open, to cover and to keep others on time.',
    ],
  },
  COMMUNICATION: {
    name: 'Communication',
    meaning: 'Listens, asks, and speaks and writes so that it fits the people and the place.',
    levels: [
      'Rarely asks or answers; misunderstandings stay.',
      'Answers when asked; is learning what to ask.',
      'Listens, asks when something is unclear, and reports what was done.',
      'Finds the right words for colleagues and clients, in speech and in writing.',
      'Explains difficult matters simply and helps others to be understood.',
    ],
  },
  TEAMWORK_COLLABORATION: {
    name: 'Teamwork and Collaboration',
    meaning: 'Does a share of a common task and helps others with theirs.',
    levels: [
      'Works past others, or leaves a share to them.',
      'Does a share when it is given.',
      'Does a share unasked and is respectful in disagreement.',
      "Notices others' needs and helps before being asked.",
      'Brings people together and shares the credit.',
    ],
  },
  MOTIVATION_INITIATIVE: {
    name: 'Motivation and Initiative',
    meaning: 'Begins without being pushed, finishes, and looks for what is next.',
    levels: [
      'Waits to be told, and stops when not watched.',
      'Does what is told; sometimes asks for more.',
      'Finishes tasks and asks for the next one.',
      'Sees what needs doing and does it.',
      'Proposes improvements and carries them through.',
    ],
  },
  CRITICAL_THINKING_PROBLEM_SOLVING: {
    name: 'Critical Thinking and Problem Solving',
    meaning: 'Sees what is wrong, thinks of ways out, and chooses one with reasons.',
    levels: [
      'Stops at the first difficulty.',
      'Sees the difficulty and asks for the answer.',
      'Tries what has worked before and asks with a proposal.',
      'Compares ways and chooses one with reasons.',
      'Foresees difficulties and solves new ones alone.',
    ],
  },
  WORKPLACE_CULTURE_POLICY_SAFETY: {
    name: 'Understanding Workplace Culture, Policy and Safety',
    meaning: 'Knows the rules of the place, written or not, and works safely by them.',
    levels: [
      'Breaks rules of conduct or of safety.',
      'Keeps the rules when reminded.',
      'Keeps the rules, dresses for the work and works safely.',
      'Knows the reasons for the rules and asks where none fits.',
      'Sets an example and points out what is unsafe.',
    ],
  },
};
