import { builder } from '../builder.ts';

export const NetworkMembership = builder.prismaObject('NetworkMembership', {
  description: "A school's membership in the network, from the form to join until it leaves.",
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    joinedOn: t.expose('joinedOn', {
      type: 'Date',
      nullable: false,
      description: 'When the form was completed.',
    }),
    leftOn: t.expose('leftOn', {
      type: 'Date',
      description: 'When the school left; null while it is a member.',
    }),
    joinedBy: t.relation('joinedBy', { nullable: true, description: 'Who completed it.' }),
    emailListOptIn: t.exposeBoolean('emailListOptIn', {
      nullable: false,
      description: 'Whether they asked to be on the e-mail list.',
    }),
    databaseRegistrationSentAt: t.expose('databaseRegistrationSentAt', {
      type: 'DateTime',
      description:
        'When the link to register in the work-based learning database (the Massachusetts Career Ready database) was given to the outgoing mail; null until then.',
    }),
    databaseRegistrationUsedAt: t.expose('databaseRegistrationUsedAt', {
      type: 'DateTime',
      description:
        'When the school said that it has registered there with the link; null until then.',
    }),
    mapListedAt: t.expose('mapListedAt', {
      type: 'DateTime',
      description: 'When the school was put on the map; null until then.',
    }),
  }),
});
