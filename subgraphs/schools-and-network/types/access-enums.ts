import { definePurpose, defineRole } from '../../../platform/graphql/shared-enums.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const RoleEnum = defineRole(builder);
export const PurposeEnum = definePurpose(builder);

export const LegalBasisEnum = describedEnum(
  builder,
  'LegalBasis',
  'On what a district rests the sharing of records. It is the district that decides.',
  {
    CONSENT: 'Consent of the student or a parent: 34 CFR 99.30, 603 CMR 23.07.',
    SCHOOL_OFFICIAL: "A task of the school's, under its direct control: 34 CFR 99.31(a)(1).",
    STUDIES: 'A study for the school: 34 CFR 99.31(a)(6).',
    AUDIT_EVALUATION: 'An audit or evaluation of a public program: 34 CFR 99.35.',
    DIRECTORY: 'Directory information, from which families could opt out: 34 CFR 99.37.',
  },
);

export const SharingStatusEnum = describedEnum(
  builder,
  'SharingStatus',
  'Where a data-sharing agreement stands.',
  {
    DRAFT: 'Being negotiated.',
    ACTIVE: 'Signed; in force from its first day to its last.',
    SUSPENDED: 'The district has suspended it: nothing is shared under it.',
    EXPIRED: 'Its last day is over.',
    TERMINATED: 'Ended before its last day.',
  },
);

export const OrganizationKindEnum = describedEnum(
  builder,
  'OrganizationKind',
  'What a partner organization does.',
  {
    INTERMEDIARY: 'Brings schools, students and employers together.',
    COLLEGE_ACCESS: 'Helps students on their way to college.',
    FUNDER: 'Pays for programs.',
    COMMUNITY: 'Works with young people in their community.',
    HIGHER_EDUCATION: 'A college or university, or a center of one.',
  },
);
