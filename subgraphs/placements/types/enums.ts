import {
  definePayType,
  defineSeason,
  defineWblType,
  defineWorkforceBoardCode,
} from '../../../platform/graphql/shared-enums.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const WblTypeEnum = defineWblType(builder);
export const PayTypeEnum = definePayType(builder);
export const WorkforceBoardCodeEnum = defineWorkforceBoardCode(builder);

export const PlacementStatusEnum = describedEnum(
  builder,
  'PlacementStatus',
  'Where a placement stands on its way from proposed to completed.',
  {
    PROPOSED: 'Proposed to the student and the site.',
    MATCHED: 'The student and the site chose each other; the slot is taken.',
    APPROVED: 'School, site and student or family agreed.',
    ACTIVE: 'Under way.',
    COMPLETED: 'Done, with its reviews and hours.',
    ENDED_EARLY: 'Ended after it began.',
    WITHDRAWN: 'Ended by the student before it began.',
    DECLINED: 'Not taken up.',
  },
);

export const BrokerRoleEnum = describedEnum(
  builder,
  'BrokerRole',
  'How Connecting Activities staff brokered a placement.',
  {
    DIRECT_PLACEMENT: 'They placed the student.',
    WBLP_FACILITATION: 'They facilitated the Work-Based Learning Plan.',
    WORKSHOP_OR_CLASS: 'They supported it by workshops or classes.',
    NOT_BROKERED: 'Not by Connecting Activities.',
  },
);

export const SeasonEnum = defineSeason(builder);

export const EmployabilitySkillEnum = describedEnum(
  builder,
  'EmployabilitySkill',
  'One of the six employability skills of the Work-Based Learning Plan.',
  {
    ATTENDANCE_PUNCTUALITY: 'Attendance and punctuality.',
    COMMUNICATION: 'Communication.',
    TEAMWORK_COLLABORATION: 'Teamwork and collaboration.',
    MOTIVATION_INITIATIVE: 'Motivation and initiative.',
    CRITICAL_THINKING_PROBLEM_SOLVING: 'Critical thinking and problem solving.',
    WORKPLACE_CULTURE_POLICY_SAFETY: 'Understanding workplace culture, policy and safety.',
  },
);

export const SkillRatingEnum = describedEnum(builder, 'SkillRating', 'A rating of a skill.', {
  PERFORMANCE_IMPROVEMENT_NEEDED: '1.',
  DEVELOPING: '2; where new interns often start.',
  COMPETENT: '3.',
  PROFICIENT: '4.',
  ADVANCED: '5; for high initiative.',
});

export const ReviewKindEnum = describedEnum(builder, 'ReviewKind', 'When in a placement.', {
  BASELINE: 'In the first weeks.',
  INTERIM: 'Between, in longer placements.',
  FINAL: 'Near the end.',
});

export const WblPlanVersionEnum = describedEnum(
  builder,
  'WblPlanVersion',
  'A form of the Massachusetts Work-Based Learning Plan.',
  {
    CURRENT: "Today's: six employability skills, and three to five career skills.",
    LEGACY_2005: 'The one that began in 2005, with eight foundation skills: for old plans.',
  },
);
