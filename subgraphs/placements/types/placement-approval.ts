import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const ApprovalSideEnum = describedEnum(
  builder,
  'ApprovalSide',
  'Who has to agree before a placement is APPROVED.',
  {
    SCHOOL: 'The school.',
    SITE: 'The site, or the board on its behalf.',
    STUDENT: 'The student, or the family until the student is 18.',
  },
);

export const PlacementApproval = builder.prismaObject('PlacementApproval', {
  description: 'That one side agreed to a placement.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    side: t.expose('side', { type: ApprovalSideEnum, description: 'Which side.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeID('by', { description: 'Who agreed for it: an opaque subject.' }),
  }),
});
