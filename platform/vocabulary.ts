/**
 * The enumerations that more than one subgraph speaks, once. Each is a tuple, so that a type and a
 * GraphQL enum come from the same line. Words that one subgraph alone uses stay in that subgraph.
 */

/** The 16 MassHire workforce boards. */
export const WORKFORCE_BOARD_CODES = [
  'BERKSHIRE',
  'BOSTON',
  'BRISTOL',
  'GREATER_BROCKTON',
  'CAPE_AND_ISLANDS',
  'CENTRAL',
  'FRANKLIN_HAMPSHIRE',
  'GREATER_LOWELL',
  'GREATER_NEW_BEDFORD',
  'HAMPDEN_COUNTY',
  'MERRIMACK_VALLEY',
  'METRO_NORTH',
  'METRO_SOUTH_WEST',
  'NORTH_CENTRAL',
  'NORTH_SHORE',
  'SOUTH_SHORE',
] as const;
export type WorkforceBoardCode = (typeof WORKFORCE_BOARD_CODES)[number];

/** The four stages of the Massachusetts Career Development Model, in order. */
export const CAREER_STAGES = [
  'SELF_DISCOVERY',
  'CAREER_AWARENESS',
  'CAREER_EXPLORATION',
  'CAREER_IMMERSION',
] as const;
export type CareerStage = (typeof CAREER_STAGES)[number];

/** Kinds of work-based learning, and the two that stand on a journey but are not reportable. */
export const WBL_TYPES = [
  'INTERNSHIP',
  'CLINICAL_PRACTICUM',
  'CAPSTONE',
  'PRE_APPRENTICESHIP',
  'SIMULATION',
  'COOPERATIVE_EDUCATION',
  'PART_TIME_EMPLOYMENT',
  'ENTREPRENEURIAL_ENTERPRISE',
] as const;
export type WblType = (typeof WBL_TYPES)[number];

export const PAY_TYPES = ['EMPLOYER_PAID', 'SUBSIDIZED', 'UNPAID', 'STIPEND'] as const;
export type PayType = (typeof PAY_TYPES)[number];

/** How sensitive a field is, from what anyone may read to what the law protects most. */
export const DATA_CLASSES = [
  'PUBLIC',
  'STAFF_DIRECTORY',
  'EDUCATION_RECORD',
  'QUASI_ID',
  'DIRECT_ID',
  'EVALUATIVE',
  'FINANCIAL',
  'SPECIAL_CATEGORY',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** As whom a request is made. One role a request. */
export const ROLES = [
  'PUBLIC',
  'STUDENT',
  'FAMILY',
  'SCHOOL_STAFF',
  'DISTRICT_STAFF',
  'BOARD_STAFF',
  'PARTNER',
  'EMPLOYER',
  'STATE',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

/** What a third party declares that it reads records for. */
export const PURPOSES = [
  'PLACEMENT',
  'CAREER_COUNSELING',
  'PROGRAM_EVALUATION',
  'RESEARCH',
  'COLLEGE_ACCESS',
  'REPORTING',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The groups that the state reports students by. A student is in several. */
export const STUDENT_GROUPS = [
  'RACE_AMERICAN_INDIAN',
  'RACE_ASIAN',
  'RACE_BLACK',
  'RACE_HISPANIC',
  'RACE_MULTI',
  'RACE_NHPI',
  'RACE_WHITE',
  'GENDER_FEMALE',
  'GENDER_MALE',
  'GENDER_NONBINARY',
  'ENGLISH_LEARNER',
  'STUDENT_WITH_DISABILITY',
  'LOW_INCOME',
  'HIGH_NEEDS',
  'SECTION_504',
  'NON_TRADITIONAL_GENDER',
] as const;
export type StudentGroup = (typeof STUDENT_GROUPS)[number];

/** The 16 career clusters, by which opportunities are counted against students' interests. */
export const CAREER_CLUSTERS = [
  'AGRICULTURE_AND_NATURAL_RESOURCES',
  'ARCHITECTURE_AND_CONSTRUCTION',
  'ARTS_AND_COMMUNICATION',
  'BUSINESS_MANAGEMENT',
  'EDUCATION_AND_TRAINING',
  'FINANCE',
  'GOVERNMENT',
  'HEALTH_SCIENCE',
  'HOSPITALITY_AND_TOURISM',
  'HUMAN_SERVICES',
  'INFORMATION_TECHNOLOGY',
  'LAW_AND_PUBLIC_SAFETY',
  'MANUFACTURING',
  'MARKETING',
  'SCIENCE_AND_ENGINEERING',
  'TRANSPORTATION_AND_LOGISTICS',
] as const;
export type CareerCluster = (typeof CAREER_CLUSTERS)[number];

/** The cluster of each major group of occupations (SOC 2018). A table of ours: no official one maps all of them. */
export const CLUSTER_OF_OCCUPATIONS: Readonly<Record<string, CareerCluster>> = {
  '11': 'BUSINESS_MANAGEMENT',
  '13': 'FINANCE',
  '15': 'INFORMATION_TECHNOLOGY',
  '17': 'SCIENCE_AND_ENGINEERING',
  '19': 'SCIENCE_AND_ENGINEERING',
  '21': 'HUMAN_SERVICES',
  '23': 'LAW_AND_PUBLIC_SAFETY',
  '25': 'EDUCATION_AND_TRAINING',
  '27': 'ARTS_AND_COMMUNICATION',
  '29': 'HEALTH_SCIENCE',
  '31': 'HEALTH_SCIENCE',
  '33': 'LAW_AND_PUBLIC_SAFETY',
  '35': 'HOSPITALITY_AND_TOURISM',
  '37': 'ARCHITECTURE_AND_CONSTRUCTION',
  '39': 'HUMAN_SERVICES',
  '41': 'MARKETING',
  '43': 'BUSINESS_MANAGEMENT',
  '45': 'AGRICULTURE_AND_NATURAL_RESOURCES',
  '47': 'ARCHITECTURE_AND_CONSTRUCTION',
  '49': 'MANUFACTURING',
  '51': 'MANUFACTURING',
  '53': 'TRANSPORTATION_AND_LOGISTICS',
  '55': 'GOVERNMENT',
};

/** When an experience takes place, by its dates. */
export const SEASONS = ['SUMMER', 'SCHOOL_YEAR', 'BOTH'] as const;
export type Season = (typeof SEASONS)[number];
