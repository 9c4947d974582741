import type { Random } from '../random.ts';

/** About as they are in Massachusetts. */
const RACES = [
  ['RACE_WHITE', 53],
  ['RACE_HISPANIC', 25],
  ['RACE_BLACK', 9.7],
  ['RACE_ASIAN', 7.4],
  ['RACE_MULTI', 4.4],
  ['RACE_AMERICAN_INDIAN', 0.4],
  ['RACE_NHPI', 0.1],
] as const;
const GENDERS = [
  ['GENDER_MALE', 50.8],
  ['GENDER_FEMALE', 48.7],
  ['GENDER_NONBINARY', 0.5],
] as const;
const OTHERS = [
  ['ENGLISH_LEARNER', 0.13],
  ['STUDENT_WITH_DISABILITY', 0.2],
  ['LOW_INCOME', 0.42],
] as const;

/** One race, one gender, and the others by their rates; high needs are those of the others together. */
export function groupsOf(random: Random, race: string = random.weighted<string>(RACES)): string[] {
  const groups: string[] = [race, random.weighted<string>(GENDERS)];
  const needs = OTHERS.filter(([, rate]) => random.chance(rate)).map(([group]) => group);
  if (needs.length > 0) groups.push(...needs, 'HIGH_NEEDS');
  if (random.chance(0.05)) groups.push('SECTION_504');
  if (random.chance(0.06)) groups.push('NON_TRADITIONAL_GENDER');
  return groups;
}
