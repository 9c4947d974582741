import { builder } from '../builder.ts';
import { findPartnershipAgreement } from '../entities.ts';
import { PartnershipAgreement } from '../types/partnership-agreement.ts';

/** What mutations of a partnership agreement answer. */
export const agreementPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly agreementId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      agreement: t.field({
        type: PartnershipAgreement,
        nullable: true,
        description: 'The agreement, as it stands now.',
        resolve: ({ agreementId }, _args, context, info) =>
          findPartnershipAgreement(context, agreementId, info),
      }),
    }),
  });
