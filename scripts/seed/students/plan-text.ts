export type Domain = 'SOCIAL_EMOTIONAL' | 'ACADEMIC_LEARNING' | 'CAREER_DEVELOPMENT';

export const CAREER_GOALS = [
  'Find out whether this work suits me by doing it.',
  'Get a first job in this field before I graduate.',
  'Learn from people who do this every day.',
  'Earn a credential that employers in this field ask for.',
] as const;

export const OTHER_GOALS: readonly (readonly [Domain, string])[] = [
  ['ACADEMIC_LEARNING', 'Raise my math grade to a B.'],
  ['ACADEMIC_LEARNING', 'Take one college course before graduation.'],
  ['ACADEMIC_LEARNING', 'Read one book a month that I chose myself.'],
  ['SOCIAL_EMOTIONAL', 'Speak up in group work.'],
  ['SOCIAL_EMOTIONAL', 'Ask for help before I fall behind.'],
  ['SOCIAL_EMOTIONAL', 'Join a club and stay in it for a year.'],
];

export const MILESTONES: readonly (readonly [number, Domain, string])[] = [
  [6, 'SOCIAL_EMOTIONAL', 'Write down three things I am good at'],
  [7, 'CAREER_DEVELOPMENT', 'Take an interest inventory'],
  [8, 'ACADEMIC_LEARNING', 'Choose courses for grade 9'],
  [9, 'CAREER_DEVELOPMENT', 'Explore the career clusters'],
  [10, 'CAREER_DEVELOPMENT', 'Write a first resume'],
  [11, 'ACADEMIC_LEARNING', 'Plan the courses a college asks for'],
  [12, 'CAREER_DEVELOPMENT', 'Present what I learned at work'],
];

export const ACTIVITY_REFLECTIONS = [
  'I did not know that this job existed.',
  'I want to see more of this.',
  'It was louder than I thought, and more fun.',
  'I learned what I do not want to do, which helps too.',
] as const;
