import { pageOfAgreements } from '../agreement-pages.ts';
import { builder, connectionOf } from '../builder.ts';
import { AgreementStatusEnum, WorkforceBoardCodeEnum } from './enums.ts';
import { PartnershipAgreement } from './partnership-agreement.ts';

const PartnershipAgreementConnection = connectionOf(
  PartnershipAgreement,
  'PartnershipAgreementConnection',
  'PUBLIC',
);

builder.queryField('partnershipAgreements', (t) =>
  t.field({
    type: PartnershipAgreementConnection,
    nullable: true,
    description:
      'Partnership agreements that you may see, from the earliest proposed on, page by page: those that wait for a signature, as resources are found, are of status PENDING_SIGNATURE.',
    args: {
      board: t.arg({ type: WorkforceBoardCodeEnum, description: 'Only with this board.' }),
      district: t.arg({ type: 'DeseOrgCode', description: 'Only of this district.' }),
      fiscalYear: t.arg({ type: 'FiscalYear', description: 'Only for this fiscal year.' }),
      status: t.arg({
        type: [AgreementStatusEnum],
        description:
          'Only of these statuses today, at most all five; every status where not given.',
      }),
      first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: (_root, args, context, info) => pageOfAgreements(context, info, args),
  }),
);
