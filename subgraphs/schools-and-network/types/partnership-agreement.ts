import { builder } from '../builder.ts';
import { statusOn } from '../domain/agreement-state.ts';
import { findPartnershipAgreement } from '../entities.ts';
import { todayOf } from '../today.ts';
import { AgreementStatusEnum } from './enums.ts';
import { StaffContact } from './staff-contact.ts';

export const PartnershipAgreement = builder.prismaObject('PartnershipAgreement', {
  description:
    'What a district and its board agreed on for one fiscal year. Until both have signed, only staff see it.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    district: t.relation('district', { nullable: false, description: 'The district.' }),
    board: t.relation('board', { nullable: false, description: 'The board.' }),
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The fiscal year it is for.',
    }),
    status: t.field({
      type: AgreementStatusEnum,
      nullable: false,
      description: 'Where it stands today.',
      resolve: (agreement, _args, context) => statusOn(todayOf(context), agreement),
    }),
    signedByDistrict: t.expose('signedByDistrict', {
      type: 'Date',
      description: 'When the district signed; null until then.',
    }),
    signedByBoard: t.expose('signedByBoard', {
      type: 'Date',
      description: 'When the board signed; null until then.',
    }),
    terminatedOn: t.expose('terminatedOn', {
      type: 'Date',
      description: 'When one side ended it before its time; null where none did.',
    }),
    version: t.exposeInt('version', {
      nullable: false,
      description: 'Goes up by one with every change; send it as `expectedVersion`.',
    }),
    coordinators: t.field({
      type: [StaffContact],
      nullable: false,
      description: 'Whom the schools designated to coordinate it; a few a school.',
      select: (_args, _context, nested) => ({
        coordinators: {
          select: { contact: nested(true) },
          orderBy: { contactId: 'asc' as const },
        },
      }),
      resolve: ({ coordinators }) => coordinators.map(({ contact }) => contact),
    }),
    commitments: t.relation('commitments', {
      nullable: false,
      query: { orderBy: [{ side: 'asc' }, { id: 'asc' }] },
      description: 'What both sides commit; a few a side.',
    }),
  }),
});

builder.asEntity(PartnershipAgreement, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPartnershipAgreement(context, id, info),
});
