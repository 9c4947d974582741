import { builder } from '../builder.ts';

export const NetworkMembership = builder.prismaObject('NetworkMembership', {
  description: "A school's membership in the network: it completed the form to join.",
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    joinedOn: t.expose('joinedOn', {
      type: 'Date',
      nullable: false,
      description: 'When the form was completed.',
    }),
    joinedBy: t.relation('joinedBy', { nullable: true, description: 'Who completed it.' }),
    emailListOptIn: t.exposeBoolean('emailListOptIn', {
      nullable: false,
      description: 'Whether they asked to be on the e-mail list.',
    }),
    databaseRegistrationSentAt: t.expose('databaseRegistrationSentAt', {
      type: 'DateTime',
      description: 'When the link to the work-based learning database was sent; null until then.',
    }),
    mapListedAt: t.expose('mapListedAt', {
      type: 'DateTime',
      description: 'When the school was put on the map; null until then.',
    }),
  }),
});
