import { builder } from '../builder.ts';
import { findPartnershipAgreement } from '../entities.ts';
import { PartnershipAgreement } from './partnership-agreement.ts';

builder.prismaObjectField(PartnershipAgreement, 'renewedFrom', (t) =>
  t.field({
    type: PartnershipAgreement,
    nullable: true,
    description: 'The agreement of the year before that it continues, where you may see it.',
    resolve: ({ renewedFromId }, _args, context, info) =>
      renewedFromId ? findPartnershipAgreement(context, renewedFromId, info) : null,
  }),
);
