import { defineWorkforceBoardCode } from '../../../platform/graphql/shared-enums.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const WorkforceBoardCodeEnum = defineWorkforceBoardCode(builder);

export const PlanningRegionEnum = describedEnum(
  builder,
  'PlanningRegion',
  'One of the seven regions in which the boards plan together.',
  {
    BERKSHIRE: 'Berkshire.',
    CAPE_AND_ISLANDS: 'Cape Cod and the Islands.',
    CENTRAL: 'Central Massachusetts.',
    GREATER_BOSTON: 'Boston and the communities around it.',
    NORTHEAST: 'The North Shore, Greater Lowell and the Merrimack Valley.',
    PIONEER_VALLEY: 'The Pioneer Valley.',
    SOUTHEAST: 'The southeast, from Brockton to New Bedford.',
  },
);

export const NetworkTierEnum = describedEnum(
  builder,
  'NetworkTier',
  'How a school takes part in the Connecting Activities School Network.',
  {
    PARTNER:
      'By an agreement of school or district leadership with the board; both commit resources.',
    MEMBER:
      'By the form to join; connected through website, database and events, without obligations.',
    NOT_IN_NETWORK: 'Not yet.',
  },
);

export const SchoolTypeEnum = describedEnum(
  builder,
  'SchoolType',
  'What kind of school it is, as the Department lists it.',
  {
    PUBLIC_SECONDARY: 'A public secondary school.',
    PUBLIC_MIDDLE: 'A public middle school.',
    PUBLIC_ELEMENTARY: 'A public elementary school with middle grades.',
    REGIONAL_VOC_TECH_AG: 'A vocational technical or agricultural school.',
    CHARTER: 'A charter school.',
    OTHER: 'Any other.',
  },
);

export const PathwayTypeEnum = describedEnum(
  builder,
  'PathwayType',
  'The kind of a pathway program.',
  {
    CHAPTER_74: 'Career technical education that the state approved under Chapter 74.',
    PERKINS_NON_CHAPTER_74: 'Career technical education under Perkins, outside Chapter 74.',
    INNOVATION_CAREER_PATHWAY: 'Coursework and experience in a high-demand industry.',
    EARLY_COLLEGE: 'High school and college blended.',
    EARLY_COLLEGE_AND_ICP: 'Early College and Innovation Career Pathway at once.',
    NONE: 'No designated pathway.',
  },
);

export const IcpSectorEnum = describedEnum(
  builder,
  'IcpSector',
  'The industry of an Innovation Career Pathway.',
  {
    ADVANCED_MANUFACTURING: 'Advanced manufacturing.',
    BUSINESS_FINANCE: 'Business and finance.',
    CLEAN_ENERGY: 'Clean energy.',
    ENVIRONMENTAL_LIFE_SCIENCES: 'Environmental and life sciences.',
    HEALTHCARE_SOCIAL_ASSISTANCE: 'Health care and social assistance.',
    INFORMATION: 'Information technology.',
  },
);

export const AgreementStatusEnum = describedEnum(
  builder,
  'AgreementStatus',
  'Where a partnership agreement stands.',
  {
    DRAFT: 'Being written. Only for signed-in staff.',
    PENDING_SIGNATURE: 'A signature is missing. Only for signed-in staff.',
    ACTIVE: 'Signed by both and in force.',
    EXPIRED: 'Its fiscal year is over: June 30 ends it without anybody writing so.',
    TERMINATED: 'Ended before its fiscal year did.',
  },
);

export const ResourceKindEnum = describedEnum(
  builder,
  'ResourceKind',
  'What a side commits to a partnership.',
  {
    STAFF_TIME: 'Time of staff.',
    SPACE: 'Rooms.',
    TECHNOLOGY: 'Equipment or software.',
    SCHEDULING: 'Time in the schedule of the school day.',
    COMMUNICATIONS: 'Making it known.',
    OTHER: 'Anything else.',
  },
);

export const ResourceSideEnum = describedEnum(builder, 'ResourceSide', 'Who commits a resource.', {
  SCHOOL: 'The school or its district.',
  WORKFORCE_BOARD: 'The workforce board.',
});

export const SchoolSortEnum = describedEnum(
  builder,
  'SchoolSort',
  'By what a list of schools is ordered. Among equals the code decides.',
  { CODE: 'By DESE code.', NAME: 'By name.', TOWN: 'By town.' },
);

export const ConveningYearEnum = describedEnum(
  builder,
  'ConveningYear',
  'Whether a fiscal year has the regional convening, open to all schools, that each board holds.',
  { HELD: 'It was held.', SCHEDULED: 'It is to come.', MISSING: 'There is none yet.' },
);
