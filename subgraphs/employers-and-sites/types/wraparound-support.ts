import { builder } from '../builder.ts';

export const WraparoundSupport = builder.prismaObject('WraparoundSupport', {
  description:
    'What a partner gives to everyone in a program beside the work: coaching, college advising. Not the support of any one student.',
  classified: 'PUBLIC',
  fields: (t) => ({
    provider: t.exposeString('provider', {
      nullable: false,
      description: 'The partner that gives it, by name.',
    }),
    summary: t.exposeString('summary', { nullable: false, description: 'What it is.' }),
  }),
});
