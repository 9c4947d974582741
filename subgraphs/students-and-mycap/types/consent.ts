import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import { isInForce } from '../domain/consent-term.ts';
import { ConsentBasisEnum } from './enums.ts';

export const Consent = builder.prismaObject('Consent', {
  description: 'What a student or a parent lets an organization know, for what, and until when.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    basis: t.expose('basis', { type: ConsentBasisEnum, description: 'Whose consent it is.' }),
    recipientOrganization: t.exposeString('recipientOrganization', {
      description: 'Who may know.',
    }),
    purpose: t.exposeString('purpose', { description: 'For what: one of the names of `Purpose`.' }),
    dataElements: t.exposeStringList('dataElements', {
      description: 'What they may know; at most 50 elements.',
    }),
    grantedOn: t.expose('grantedOn', { type: 'Date', description: 'The first day in force.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      description: 'The first day no longer in force.',
    }),
    revokedOn: t.expose('revokedOn', {
      type: 'Date',
      description: 'The day it was revoked, and no longer in force; null where it was not.',
    }),
    inForce: t.boolean({
      description: 'Whether it is in force today, in Massachusetts.',
      resolve: ({ grantedOn, expiresOn, revokedOn }, _args, { now }) =>
        isInForce(
          {
            grantedOn: isoDay(grantedOn),
            expiresOn: isoDay(expiresOn),
            revokedOn: revokedOn && isoDay(revokedOn),
          },
          dayInMassachusetts(now),
        ),
    }),
  }),
});
