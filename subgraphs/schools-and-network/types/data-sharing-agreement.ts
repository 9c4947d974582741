import { isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import { missingElements } from '../domain/sharing-elements.ts';
import { sharingStatusOn } from '../domain/sharing-status.ts';
import { findDataSharingAgreement } from '../entities.ts';
import { todayOf } from '../today.ts';
import { LegalBasisEnum, PurposeEnum, SharingStatusEnum } from './access-enums.ts';
import { DataClassEnum } from './data-class.ts';

export const DataSharingAgreement = builder.prismaObject('DataSharingAgreement', {
  description:
    'What a district lets a partner organization read, for what, of whom and until when. A version is never changed: a change is another version.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    id: t.exposeID('id', {
      nullable: false,
      classified: 'PUBLIC',
      description: 'Opaque; the same in each of its versions.',
    }),
    version: t.exposeInt('version', {
      nullable: false,
      classified: 'PUBLIC',
      description: 'From 1 up. Decisions cite the id with it.',
    }),
    partner: t.relation('partner', { nullable: true, description: 'Who may read.' }),
    district: t.relation('district', { nullable: true, description: 'Whose records they are.' }),
    status: t.field({
      type: SharingStatusEnum,
      description: 'Where it stands today. The district can suspend it.',
      resolve: ({ status, effectiveTo }, _args, context) =>
        sharingStatusOn(todayOf(context), { status, lastDay: isoDay(effectiveTo) }),
    }),
    legalBasis: t.expose('legalBasis', {
      type: LegalBasisEnum,
      description: 'On what the district rests it.',
    }),
    purposes: t.expose('purposes', {
      type: [PurposeEnum],
      nullable: true,
      description: 'For what, and for nothing else; at most all six.',
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'Its first day.' }),
    effectiveTo: t.expose('effectiveTo', { type: 'Date', description: 'Its last day.' }),
    grades: t.intList({
      nullable: true,
      description: 'The grades that it is limited to; at most 14. Null where it is not.',
      resolve: ({ grades }) => (grades.length > 0 ? grades : null),
    }),
    classes: t.expose('classes', {
      type: [DataClassEnum],
      nullable: true,
      description: 'The classes of data that it covers; at most all eight, from 0 up.',
    }),
    fields: t.exposeStringList('fields', {
      nullable: true,
      description:
        'Single fields that it covers beside them, as `Type.field`; a few dozen at most.',
    }),
    aggregateOnly: t.exposeBoolean('aggregateOnly', {
      description: 'Whether only counts are shared, and no record.',
    }),
    exportAllowed: t.exposeBoolean('exportAllowed', {
      description: 'Whether files and feeds may be drawn.',
    }),
    redisclosure: t.exposeBoolean('redisclosure', {
      description: 'Whether the partner may pass anything on. It may not.',
    }),
    destructionDue: t.expose('destructionDue', {
      type: 'Date',
      description: 'By when the partner destroys what it received.',
    }),
    destructionCertifiedOn: t.expose('destructionCertifiedOn', {
      type: 'Date',
      description: 'When it said that it did; null until then.',
    }),
    controlContact: t.relation('controlContact', {
      nullable: true,
      description: 'Who at the district controls how the records are used.',
    }),
    authorizedRepresentative: t.exposeString('authorizedRepresentative', {
      description: 'Whom an audit or evaluation designates.',
    }),
    directoryNoticeOn: t.expose('directoryNoticeOn', {
      type: 'Date',
      description:
        'When families were told what directory information is, and that they may opt out.',
    }),
    missingElements: t.stringList({
      nullable: true,
      description:
        'What it lacks of what its legal basis demands, by name; while there is any it cannot become active; at most 10.',
      resolve: (agreement) => missingElements(agreement),
    }),
  }),
});

builder.asEntity(DataSharingAgreement, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findDataSharingAgreement(context, id, info),
});
