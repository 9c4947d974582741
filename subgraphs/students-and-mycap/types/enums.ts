import {
  defineCareerStage,
  definePurpose,
  defineRole,
  defineStudentGroup,
  defineWorkforceBoardCode,
} from '../../../platform/graphql/shared-enums.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const CareerStageEnum = defineCareerStage(builder);
export const WorkforceBoardCodeEnum = defineWorkforceBoardCode(builder);

export const MyCapDomainEnum = describedEnum(
  builder,
  'MyCapDomain',
  'One of the three domains of MyCAP.',
  {
    SOCIAL_EMOTIONAL: 'Social and emotional development, elsewhere called personal/social.',
    ACADEMIC_LEARNING: 'Academic learning, elsewhere called academic, college and career planning.',
    CAREER_DEVELOPMENT: 'Career development, elsewhere called career development education.',
  },
);

export const PlanStatusEnum = describedEnum(
  builder,
  'PlanStatus',
  'Where a MyCAP plan stands for the current grade.',
  {
    NOT_STARTED: 'Opened, and nothing done yet.',
    IN_PROGRESS: 'Begun.',
    ON_TRACK: 'What the grade asks is done or planned.',
    COMPLETE_FOR_GRADE: 'What the grade asks is done.',
  },
);

export const MilestoneStatusEnum = describedEnum(
  builder,
  'MilestoneStatus',
  'Where a milestone or a goal stands.',
  {
    PLANNED: 'Not begun.',
    IN_PROGRESS: 'Begun.',
    COMPLETED: 'Done.',
    WAIVED: 'Not asked of this student.',
  },
);

export const StudentGroupEnum = defineStudentGroup(builder);

export const ActivityTypeEnum = describedEnum(
  builder,
  'ActivityType',
  "An activity of the Career Development Model's chart.",
  {
    PERSONAL_INTERESTS: 'Self-discovery: personal interests.',
    SKILLS: 'Self-discovery: skills.',
    TALENTS: 'Self-discovery: talents.',
    PASSIONS: 'Self-discovery: passions.',
    SELF_AWARENESS: 'Self-discovery: self-awareness activities.',
    CAREER_SPEAKER: 'Awareness: a career speaker.',
    CAREER_DAY: 'Awareness: a career day.',
    CAREER_FAIR: 'Awareness: a career fair.',
    CAREER_INTEREST_INVENTORY: 'Awareness: a career interest inventory.',
    CAREER_SEARCH_REPORT: 'Awareness: a career search report.',
    JOB_SHADOW: 'Exploration: job shadowing.',
    INFORMATIONAL_INTERVIEW: 'Exploration: an informational interview.',
    JOB_SKILLS_PORTFOLIO: 'Exploration: a portfolio of job skills.',
    COMMUNITY_SERVICE: 'Exploration: community service.',
    SERVICE_LEARNING: 'Exploration: service learning.',
    CAREER_CLUB_LEADERSHIP: 'Exploration: leadership in a career club.',
    CONTEXTUAL_LEARNING: 'Exploration: contextual learning.',
    COURSEWORK: 'Exploration: coursework.',
    LABOR_MARKET_INFORMATION: 'Exploration: labor market information.',
    CAPSTONE: 'Immersion: a work-based learning capstone project.',
    INTERNSHIP: 'Immersion: an internship.',
    PRE_APPRENTICESHIP: 'Immersion: a pre-apprenticeship.',
    ENTREPRENEURIAL_ENTERPRISE: 'Immersion: an entrepreneurial enterprise.',
    SIMULATION: 'Immersion: a work-based learning simulation.',
    CLINICAL: 'Immersion: a credit-bearing clinical experience.',
    PART_TIME_EMPLOYMENT: 'Immersion: part-time employment.',
    COOPERATIVE_EDUCATION: 'Immersion: cooperative education.',
  },
);

export const SupportTypeEnum = describedEnum(
  builder,
  'SupportType',
  'What makes an experience possible for a student, from awareness on. Confidential.',
  {
    IEP_ACCOMMODATION: 'An accommodation of the Individualized Education Program.',
    LANGUAGE_SUPPORT: 'Language support, such as during an interview.',
    TRAVEL_PRACTICE: 'A practice run of the route.',
    REPRESENTATIVE_SPEAKER: "A speaker who reflects students' diversity.",
    WORK_ATTIRE: 'Attire for work.',
    PPE: 'Personal protective equipment.',
    BARRIER_POLICY: 'A policy that removes a barrier.',
    TECHNOLOGY: 'Equipment, connectivity or a kit for home.',
    TRANSPORTATION: 'The way there and back.',
    OTHER: 'Another one, such as coaching or college writing; its description says which.',
  },
);

export const SupportStatusEnum = describedEnum(
  builder,
  'SupportStatus',
  'Where a support stands.',
  {
    REQUESTED: 'Asked for.',
    APPROVED: 'To be provided.',
    PROVIDED: 'The student has it.',
    DECLINED_BY_STUDENT: 'The student does not want it.',
    NOT_NEEDED: 'Found not to be needed.',
  },
);

export const ConsentBasisEnum = describedEnum(
  builder,
  'ConsentBasis',
  'Whose consent it is (603 CMR 23.02).',
  {
    ELIGIBLE_STUDENT: 'The student, who is 14 or older or has entered grade 9.',
    PARENT_GUARDIAN: 'A parent or guardian of a student under 18.',
  },
);

export const CompletedWhereEnum = describedEnum(
  builder,
  'CompletedWhere',
  'Where a milestone was worked on: learning happens anywhere and anytime.',
  {
    IN_CLASS: 'In class.',
    AT_HOME: 'At home, with the discussion in class.',
    AT_A_WORKSITE: 'At a worksite.',
    IN_THE_COMMUNITY: 'Elsewhere in the community.',
  },
);

export const PurposeEnum = definePurpose(builder);
export const RoleEnum = defineRole(builder);

export const OutcomeEnum = describedEnum(
  builder,
  'Outcome',
  'What came of a wish to read a record.',
  {
    DISCLOSED: 'The parts were shown.',
    REFUSED: 'Nothing was shown.',
  },
);
