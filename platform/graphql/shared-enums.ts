import type { SchemaTypes } from '@pothos/core';
import type {
  CareerStage,
  PayType,
  Purpose,
  Role,
  Season,
  StudentGroup,
  WblType,
  WorkforceBoardCode,
} from '../vocabulary.ts';
import { describedEnum } from './shared-types.ts';

type Builder<Types extends SchemaTypes> = PothosSchemaTypes.SchemaBuilder<Types>;

const BOARDS: Readonly<Record<WorkforceBoardCode, string>> = {
  BERKSHIRE: 'MassHire Berkshire Workforce Board.',
  BOSTON: 'MassHire Boston Workforce Board, managed by the Boston Private Industry Council.',
  BRISTOL: 'MassHire Bristol Workforce Board.',
  GREATER_BROCKTON: 'MassHire Greater Brockton Workforce Board.',
  CAPE_AND_ISLANDS: 'MassHire Cape & Islands Workforce Board.',
  CENTRAL: 'MassHire Central Region Workforce Board.',
  FRANKLIN_HAMPSHIRE: 'MassHire Franklin Hampshire Workforce Board.',
  GREATER_LOWELL: 'MassHire Greater Lowell Workforce Board.',
  GREATER_NEW_BEDFORD: 'MassHire Greater New Bedford Workforce Board.',
  HAMPDEN_COUNTY: 'MassHire Hampden County Workforce Board.',
  MERRIMACK_VALLEY: 'MassHire Merrimack Valley Workforce Board.',
  METRO_NORTH: 'MassHire Metro North Workforce Board.',
  METRO_SOUTH_WEST: 'MassHire Metro South/West Workforce Board.',
  NORTH_CENTRAL: 'MassHire North Central Workforce Board.',
  NORTH_SHORE: 'MassHire North Shore Workforce Board.',
  SOUTH_SHORE: 'MassHire South Shore Workforce Board.',
};

const STAGES: Readonly<Record<CareerStage, string>> = {
  SELF_DISCOVERY: 'Who am I? Typically grades 6 and 7.',
  CAREER_AWARENESS: 'What is there? The world of work; typically grades 7 and 8.',
  CAREER_EXPLORATION: 'What might I try? Typically grades 8 to 10.',
  CAREER_IMMERSION: 'Working somewhere real; typically grades 10 to 12.',
};

const TYPES_OF_WBL: Readonly<Record<WblType, string>> = {
  INTERNSHIP: 'In a workplace, 100 hours or more, paid or credit-bearing.',
  CLINICAL_PRACTICUM: 'An internship in a clinical setting, or a practicum.',
  CAPSTONE: 'A project led by an employer, 100 hours or more outside the classroom.',
  PRE_APPRENTICESHIP: 'With a documented partnership with a Registered Apprenticeship program.',
  SIMULATION: 'In school, with employers or with clients from outside the school.',
  COOPERATIVE_EDUCATION: 'Study and job in turn, supervised by both; always paid.',
  PART_TIME_EMPLOYMENT: "On a student's journey, but not reportable work-based learning.",
  ENTREPRENEURIAL_ENTERPRISE: "On a student's journey, but not reportable work-based learning.",
};

const PAY: Readonly<Record<PayType, string>> = {
  EMPLOYER_PAID: 'The employer pays the wage.',
  SUBSIDIZED: 'A program or a sponsor pays the wage.',
  UNPAID: 'No pay.',
  STIPEND: 'A fixed sum instead of a wage.',
};

const PURPOSES: Readonly<Record<Purpose, string>> = {
  PLACEMENT: 'To place students in work-based learning.',
  CAREER_COUNSELING: 'To counsel students about careers.',
  PROGRAM_EVALUATION: 'To evaluate a program.',
  RESEARCH: 'To study how instruction can be better.',
  COLLEGE_ACCESS: 'To help students on their way to college.',
  REPORTING: 'To report what the law asks for.',
};

const ROLES: Readonly<Record<Role, string>> = {
  PUBLIC: 'Nobody signed in.',
  STUDENT: 'A student, about themself.',
  FAMILY: 'A parent or guardian, about their children.',
  SCHOOL_STAFF: 'Staff of schools, about their students.',
  DISTRICT_STAFF: 'Staff of a district.',
  BOARD_STAFF: 'Staff of a workforce board, about its region.',
  PARTNER: 'A partner organization, within its agreements.',
  EMPLOYER: 'An employer, about placements at its sites.',
  STATE: 'The Department of Elementary and Secondary Education.',
  ADMIN: 'Who operates the system; sees no student record by it.',
};

const SEASONS: Readonly<Record<Season, string>> = {
  SUMMER: 'In the summer.',
  SCHOOL_YEAR: 'In the school year.',
  BOTH: 'In both.',
};

const GROUPS: Readonly<Record<StudentGroup, string>> = {
  RACE_AMERICAN_INDIAN: 'American Indian or Alaska Native.',
  RACE_ASIAN: 'Asian.',
  RACE_BLACK: 'Black or African American.',
  RACE_HISPANIC: 'Hispanic or Latino.',
  RACE_MULTI: 'Multi-race, not Hispanic or Latino.',
  RACE_NHPI: 'Native Hawaiian or other Pacific Islander.',
  RACE_WHITE: 'White.',
  GENDER_FEMALE: 'Female.',
  GENDER_MALE: 'Male.',
  GENDER_NONBINARY: 'Nonbinary.',
  ENGLISH_LEARNER: 'English learner.',
  STUDENT_WITH_DISABILITY: 'With an individualized education program.',
  LOW_INCOME: 'From a household of low income.',
  HIGH_NEEDS: 'Low income, English learner (also former), or with a disability.',
  SECTION_504: 'With a Section 504 plan.',
  NON_TRADITIONAL_GENDER: 'In a program that is not traditional for their gender.',
};

export const defineStudentGroup = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'StudentGroup', 'A group that the state reports by.', GROUPS);

export const definePurpose = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'Purpose', 'What a third party reads records for.', PURPOSES);

export const defineRole = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'Role', 'As whom a request is made: one role each.', ROLES);

export const defineWorkforceBoardCode = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'WorkforceBoardCode', 'One of the 16 MassHire workforce boards.', BOARDS);

export const defineCareerStage = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(
    builder,
    'CareerStage',
    'A stage of the Massachusetts Career Development Model. Grades overlap: a stage is a recorded fact.',
    STAGES,
  );

export const defineWblType = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'WblType', 'A type of immersion experience.', TYPES_OF_WBL);

export const definePayType = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'PayType', 'Who pays, if anyone.', PAY);

export const defineSeason = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  describedEnum(builder, 'Season', 'By the start and end dates.', SEASONS);
