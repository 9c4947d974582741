import { builder } from '../builder.ts';
import { IndustryCredentialRef } from './foreign-refs.ts';

const MINUTES_AN_HOUR = 60;

export const EarnedCredential = builder.prismaObject('EarnedCredential', {
  description: 'An industry-recognized credential that a student earned in their program.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    credential: t.field({
      type: IndustryCredentialRef,
      description: 'Which one.',
      resolve: ({ credentialId }) => ({ id: credentialId }),
    }),
    earnedOn: t.expose('earnedOn', { type: 'Date', description: 'When it was earned.' }),
    hoursTowardIt: t.field({
      type: 'Decimal',
      description: 'Hours of work-based learning that counted toward it, where they did.',
      resolve: ({ minutes }) => (minutes === null ? null : minutes / MINUTES_AN_HOUR),
    }),
  }),
});
