import { builder } from '../builder.ts';
import { findIndustryCredential } from '../entities.ts';

export const IndustryCredential = builder.prismaObject('IndustryCredential', {
  description: 'A credential that an industry recognizes.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    title: t.exposeString('title', { nullable: false, description: 'What it is called.' }),
    ctdlId: t.exposeString('ctdlId', {
      description: 'Its identifier in the Credential Transparency Description Language.',
    }),
  }),
});

builder.asEntity(IndustryCredential, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findIndustryCredential(context, id, info),
});
