import {
  defineCareerStage,
  definePayType,
  defineSeason,
  defineWblType,
  defineWorkforceBoardCode,
} from '../../../platform/graphql/shared-enums.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const WorkforceBoardCodeEnum = defineWorkforceBoardCode(builder);
export const CareerStageEnum = defineCareerStage(builder);
export const WblTypeEnum = defineWblType(builder);
export const PayTypeEnum = definePayType(builder);

export const EmployerSectorEnum = describedEnum(
  builder,
  'EmployerSector',
  'Who runs an employer.',
  {
    PRIVATE: 'A business.',
    NONPROFIT: 'A nonprofit organization.',
    PUBLIC: 'A city, a town, the state or one of their agencies.',
  },
);

export const OnboardingStatusEnum = describedEnum(
  builder,
  'OnboardingStatus',
  'Where a site stands on its way to hosting students.',
  {
    PROSPECT: 'Might host; nobody asked yet.',
    CONTACTED: 'Was asked.',
    VETTING: 'Is being looked at: agreement, visit, safety.',
    ORIENTATION: 'Its supervisors are being prepared.',
    ACTIVE: 'May host students: every step required of it is completed.',
    PAUSED: 'Hosts nobody for now.',
    RETIRED: 'Hosts no more.',
  },
);

export const OnboardingStepEnum = describedEnum(
  builder,
  'OnboardingStep',
  'What a site may have to complete before it hosts students.',
  {
    AGREEMENT_SIGNED: 'The agreement is signed.',
    SITE_VISIT: 'Somebody from the network was there.',
    SAFETY_REVIEW: 'Safety at work was reviewed.',
    SUPERVISOR_ORIENTATION: 'The supervisors know what they take on.',
    CORI_CHECK: 'Criminal records were checked; required where vulnerable people are.',
    ACCESSIBILITY_REVIEW: 'Who can work there, and with what, was reviewed.',
    CHILD_LABOR_ACK: 'The child labor laws were acknowledged.',
    INSURANCE_ON_FILE: 'A proof of insurance is on file.',
  },
);

export const SiteSettingEnum = describedEnum(builder, 'SiteSetting', 'Where the work is done.', {
  OUTSIDE_SCHOOL: 'At a workplace.',
  IN_SCHOOL: 'In a school, for employers or for clients from outside.',
  VIRTUAL: 'Online only.',
  HYBRID: 'Partly online, partly at a workplace.',
});

export const OpportunityStatusEnum = describedEnum(
  builder,
  'OpportunityStatus',
  'Where an opportunity stands.',
  {
    DRAFT: 'Being written; only staff see it.',
    OPEN: 'Advertised.',
    FILLED: 'Every slot is taken.',
    CLOSED: 'Over, or no longer advertised.',
    WITHDRAWN: 'Taken back before it began; only staff see it.',
  },
);

export const DemandRatingEnum = describedEnum(
  builder,
  'DemandRating',
  "How much the region's labor market asks for the occupation.",
  {
    HIGH_WAGE_HIGH_DEMAND: 'High wages and high demand.',
    GROWTH_AREA: 'Growing.',
    STANDARD: 'Rated, and neither of these.',
    UNRATED: 'Not rated.',
  },
);

export const CareerEventTypeEnum = describedEnum(
  builder,
  'CareerEventType',
  'What kind of career event it is.',
  {
    CAREER_SPEAKER: 'Somebody speaks about their work.',
    CAREER_DAY: 'A day about careers, at school.',
    CAREER_FAIR: 'Employers present themselves.',
    JOB_SHADOW_DAY: 'Students follow people through a day at work.',
    COMPANY_TOUR: 'Students see a workplace.',
    CAREER_PANEL: 'Several people speak about their work.',
    MOCK_INTERVIEW: 'Students practice to be interviewed.',
    BOOTCAMP: 'Several days of hands-on work, as in a school vacation.',
    STEM_AWARENESS: 'About science, technology, engineering and mathematics.',
    TEACHER_EXTERNSHIP: 'Teachers spend time in a workplace.',
    WORKSHOP: 'A workshop or a class.',
  },
);

export const SeasonEnum = defineSeason(builder);

export const TechnologySupportEnum = describedEnum(
  builder,
  'TechnologySupport',
  'What every student of an opportunity is given for it. It says nothing of any one student.',
  {
    EQUIPMENT: 'A computer, or what else the work needs.',
    CONNECTIVITY: 'A connection to the internet.',
    AT_HOME_KIT: 'A kit to work with at home.',
  },
);

export const CareerClusterEnum = describedEnum(
  builder,
  'CareerCluster',
  'A group of occupations that have much in common.',
  {
    AGRICULTURE_AND_NATURAL_RESOURCES: 'Farming, food, land and water.',
    ARCHITECTURE_AND_CONSTRUCTION: 'Designing, building and keeping buildings.',
    ARTS_AND_COMMUNICATION: 'Arts, design, media and entertainment.',
    BUSINESS_MANAGEMENT: 'Running organizations and their offices.',
    EDUCATION_AND_TRAINING: 'Teaching and what supports it.',
    FINANCE: 'Banking, insurance, accounts and business operations.',
    GOVERNMENT: 'Government and the armed forces.',
    HEALTH_SCIENCE: 'Health care and what supports it.',
    HOSPITALITY_AND_TOURISM: 'Food service, lodging and travel.',
    HUMAN_SERVICES: 'Social and personal services.',
    INFORMATION_TECHNOLOGY: 'Computers, software and data.',
    LAW_AND_PUBLIC_SAFETY: 'Law, protection and rescue.',
    MANUFACTURING: 'Making, installing and repairing things.',
    MARKETING: 'Buying and selling.',
    SCIENCE_AND_ENGINEERING: 'Science and engineering.',
    TRANSPORTATION_AND_LOGISTICS: 'Moving people and goods.',
  },
);

export const FindingSeverityEnum = describedEnum(
  builder,
  'FindingSeverity',
  'What follows from a finding.',
  {
    BLOCKING: 'It cannot be published so.',
    WARNING: 'Somebody should look at it.',
  },
);

export const OpportunityRuleEnum = describedEnum(
  builder,
  'OpportunityRule',
  'A rule that opportunities are held to.',
  {
    ENDS_BEFORE_START: 'It ends on the day it starts, or later.',
    NO_SLOTS: 'It has at least one slot.',
    COOP_MUST_BE_PAID: 'Cooperative education is always paid.',
    PAID_OR_CREDIT: 'An internship or a clinical practicum is paid, or bears credit.',
    RA_PARTNER_REQUIRED: 'A pre-apprenticeship has a Registered Apprenticeship partner.',
    WAGE_WITHOUT_PAY: 'An hourly wage is for what is paid by the hour.',
    PLANNED_HOURS: 'Planned hours fit hours a week times weeks, within a tenth.',
    MIN_100_HOURS: 'An internship or a capstone counts from 100 hours on.',
    MINIMUM_WAGE: "A wage is at least the state's minimum wage.",
  },
);

export const OpportunitySortEnum = describedEnum(
  builder,
  'OpportunitySort',
  'The order of a list of opportunities.',
  {
    START_DATE: 'The soonest first.',
    DISTANCE: 'The nearest first; only with `near`.',
    WAGE: 'The highest advertised wage first; what has none comes last.',
  },
);

export const OpportunityAspectEnum = describedEnum(
  builder,
  'OpportunityAspect',
  'In what opportunities can differ.',
  {
    TYPE: 'The type of immersion experience.',
    DATES: 'The first or the last day.',
    HOURS: 'Hours a week, or in all.',
    PAY: 'Who pays, or the hourly wage.',
    CREDIT: 'Whether it bears school credit.',
    PLACE: 'The site.',
    MINIMUM_AGE: 'The least age.',
    OCCUPATION: 'The occupation, or its demand.',
    TECHNOLOGY: 'What students are given for it.',
    PROGRAM: 'The program, or its host.',
  },
);
