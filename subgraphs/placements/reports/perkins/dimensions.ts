import type { StudentGroup } from '../../../../platform/vocabulary.ts';
import { CLUSTERS, clusterOf } from '../../domain/program-cluster.ts';
import type { Dimension } from './count-graduates.ts';

/** What one row of a report by groups is: its words, and the values that are counted in it. */
export type Row = {
  readonly label: string;
  readonly group: StudentGroup | null;
  readonly holds: (value: string) => boolean;
};
export type GroupBy =
  | 'RACE'
  | 'GENDER'
  | 'ENGLISH_LEARNER'
  | 'DISABILITY'
  | 'LOW_INCOME'
  | 'PATHWAY_TYPE'
  | 'CAREER_CLUSTER';
/** Rows in which everybody is counted once. */
export type Breakdown = {
  readonly groupBy: GroupBy;
  readonly dimension: Dimension;
  readonly rows: readonly Row[];
};

const is = (wanted: string) => (value: string) => value === wanted;
const grouped = (words: Readonly<Partial<Record<StudentGroup, string>>>): Row[] =>
  (Object.entries(words) as [StudentGroup, string][]).map(([group, label]) => ({
    label,
    group,
    holds: is(group),
  }));
const either = (group: StudentGroup, label: string, others: string): Row[] => [
  { label, group, holds: is('IN') },
  { label: others, group: null, holds: is('OUT') },
];

const RACES = grouped({
  RACE_AMERICAN_INDIAN: 'American Indian or Alaska Native',
  RACE_ASIAN: 'Asian',
  RACE_BLACK: 'Black or African American',
  RACE_HISPANIC: 'Hispanic or Latino',
  RACE_MULTI: 'Multi-race, not Hispanic or Latino',
  RACE_NHPI: 'Native Hawaiian or other Pacific Islander',
  RACE_WHITE: 'White',
});
const GENDERS = grouped({
  GENDER_FEMALE: 'Female',
  GENDER_MALE: 'Male',
  GENDER_NONBINARY: 'Nonbinary',
});

const PATHWAYS: Readonly<Record<string, string>> = {
  CHAPTER_74: 'Chapter 74',
  PERKINS_NON_CHAPTER_74: 'Perkins, outside Chapter 74',
  INNOVATION_CAREER_PATHWAY: 'Innovation Career Pathway',
  EARLY_COLLEGE: 'Early College',
  EARLY_COLLEGE_AND_ICP: 'Early College and Innovation Career Pathway',
};

/** Everybody has a row: what the named ones do not hold is in the last. */
const withOthers = (rows: readonly Row[], label: string): Row[] => [
  ...rows,
  { label, group: null, holds: (value) => !rows.some((row) => row.holds(value)) },
];

function clusterOfProgram(value: string) {
  const [cipCode, sector] = value.split('/');
  return clusterOf(cipCode || null, sector || null);
}

export const BREAKDOWNS: readonly Breakdown[] = [
  { groupBy: 'RACE', dimension: 'RACE', rows: withOthers(RACES, 'Race not reported') },
  { groupBy: 'GENDER', dimension: 'GENDER', rows: withOthers(GENDERS, 'Gender not reported') },
  {
    groupBy: 'ENGLISH_LEARNER',
    dimension: 'ENGLISH_LEARNER',
    rows: either('ENGLISH_LEARNER', 'English learners', 'Not English learners'),
  },
  {
    groupBy: 'DISABILITY',
    dimension: 'DISABILITY',
    rows: either('STUDENT_WITH_DISABILITY', 'With a disability', 'Without a disability'),
  },
  {
    groupBy: 'LOW_INCOME',
    dimension: 'LOW_INCOME',
    rows: either('LOW_INCOME', 'Low income', 'Not low income'),
  },
  {
    groupBy: 'PATHWAY_TYPE',
    dimension: 'PATHWAY_TYPE',
    rows: withOthers(
      Object.entries(PATHWAYS).map(([type, label]) => ({ label, group: null, holds: is(type) })),
      'No designated pathway',
    ),
  },
  {
    groupBy: 'CAREER_CLUSTER',
    dimension: 'PROGRAM',
    rows: CLUSTERS.map((cluster) => ({
      label: cluster,
      group: null,
      holds: (value) => clusterOfProgram(value) === cluster,
    })),
  },
];
