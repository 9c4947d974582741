import { builder } from '../builder.ts';
import { requireSharingReader, whereSharing } from '../sharing.ts';
import { SharingStatusEnum } from './access-enums.ts';
import { DataSharingAgreement } from './data-sharing-agreement.ts';
import { District } from './district.ts';
import { PartnerOrganization } from './partner-organization.ts';

const statusArgs = builder.args((t) => ({
  status: t.field({
    type: [SharingStatusEnum],
    description: 'Only of these statuses today, at most all five; every status where not given.',
  }),
}));

const ORDER = [{ effectiveFrom: 'asc' as const }, { id: 'asc' as const }];

builder.prismaObjectField(PartnerOrganization, 'agreements', (t) =>
  t.field({
    type: [DataSharingAgreement],
    nullable: true,
    classified: 'STAFF_DIRECTORY',
    description:
      'Its data-sharing agreements that you may see, in their newest version, from the earliest on; a few dozen at most. A partner sees its own, a district its own; boards and the state see those that were agreed on.',
    args: statusArgs,
    select: ({ status }, context, nested) => ({
      agreements: nested({ where: whereSharing(context, status), orderBy: ORDER }),
    }),
    resolve: ({ agreements }, _args, context) => {
      requireSharingReader(context, 'PartnerOrganization.agreements');
      return agreements;
    },
  }),
);

builder.prismaObjectField(District, 'sharingAgreements', (t) =>
  t.field({
    type: [DataSharingAgreement],
    nullable: true,
    classified: 'STAFF_DIRECTORY',
    description:
      'The agreements under which it shares records, of those that you may see, in their newest version, from the earliest on; a few dozen at most.',
    args: statusArgs,
    select: ({ status }, context, nested) => ({
      sharingAgreements: nested({ where: whereSharing(context, status), orderBy: ORDER }),
    }),
    resolve: ({ sharingAgreements }, _args, context) => {
      requireSharingReader(context, 'District.sharingAgreements');
      return sharingAgreements;
    },
  }),
);
