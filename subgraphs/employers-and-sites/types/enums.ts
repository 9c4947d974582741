import {
  defineCareerStage,
  definePayType,
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
