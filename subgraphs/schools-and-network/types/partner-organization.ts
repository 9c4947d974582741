import { builder, connectionOf } from '../builder.ts';
import { findPartnerOrganization } from '../entities.ts';
import { OrganizationKindEnum } from './access-enums.ts';

export const PartnerOrganization = builder.prismaObject('PartnerOrganization', {
  description:
    'A third party that works with schools and students, or pays for it. What it may read of students its data-sharing agreements say.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    name: t.exposeString('name', { nullable: false, description: 'Its name.' }),
    kind: t.expose('kind', {
      type: OrganizationKindEnum,
      nullable: false,
      description: 'What it does.',
    }),
  }),
});

builder.asEntity(PartnerOrganization, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPartnerOrganization(context, id, info),
});

export const PartnerOrganizationConnection = connectionOf(
  PartnerOrganization,
  'PartnerOrganizationConnection',
  'PUBLIC',
);
