import { builder } from '../builder.ts';
import { findPartnerOrganization } from '../entities.ts';
import { pageOfOrganizations } from '../organization-pages.ts';
import { findSharing, requireSharingReader } from '../sharing.ts';
import { OrganizationKindEnum } from './access-enums.ts';
import { DataSharingAgreement } from './data-sharing-agreement.ts';
import { PartnerOrganization, PartnerOrganizationConnection } from './partner-organization.ts';

builder.queryFields((t) => ({
  partnerOrganizations: t.field({
    type: PartnerOrganizationConnection,
    nullable: true,
    description: 'The directory of partner organizations, by name, page by page.',
    args: {
      kind: t.arg({ type: OrganizationKindEnum, description: 'Only of this kind.' }),
      search: t.arg.string({
        description: 'Only those with this in their name; at most 100 characters.',
      }),
      first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: (_root, args, context, info) => pageOfOrganizations(context, info, args),
  }),
  partnerOrganization: t.field({
    type: PartnerOrganization,
    nullable: true,
    description: 'One partner organization. Null where there is none with that id.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_root, { id }, context, info) => findPartnerOrganization(context, id, info),
  }),
  dataSharingAgreement: t.field({
    type: DataSharingAgreement,
    nullable: true,
    classified: 'STAFF_DIRECTORY',
    description: 'One data-sharing agreement. Null where there is none, or none that you may see.',
    args: {
      id: t.arg.id({ required: true, description: 'Its id.' }),
      version: t.arg.int({ description: 'Which version; the newest where not given.' }),
    },
    resolve: (_root, wanted, context, info) => {
      requireSharingReader(context, 'Query.dataSharingAgreement');
      return findSharing(context, info, wanted);
    },
  }),
}));
