import { builder } from '../builder.ts';
import { SupportStatusEnum, SupportTypeEnum } from './enums.ts';

export const StudentSupport = builder.prismaObject('StudentSupport', {
  description:
    'Something that makes an experience possible for a student. Confidential: no employer learns that there is one.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    type: t.expose('type', {
      type: SupportTypeEnum,
      classified: 'SPECIAL_CATEGORY',
      description: 'What it is.',
    }),
    description: t.exposeString('description', {
      classified: 'SPECIAL_CATEGORY',
      description: 'What it is, in more words.',
    }),
    status: t.expose('status', { type: SupportStatusEnum, description: 'Where it stands.' }),
    neededBy: t.expose('neededBy', {
      type: 'Date',
      classified: 'SPECIAL_CATEGORY',
      description: 'By when the student needs it.',
    }),
    providerOrganization: t.exposeString('providerOrganization', {
      classified: 'SPECIAL_CATEGORY',
      description: 'Who provides it, where that is not the school: a partner organization.',
    }),
    requestedAt: t.expose('requestedAt', {
      type: 'DateTime',
      description: 'When it was asked for.',
    }),
    version: t.exposeInt('version', {
      description: 'One more for each change: send it as `expectedVersion`.',
    }),
  }),
});
