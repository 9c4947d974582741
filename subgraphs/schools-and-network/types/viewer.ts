import type { Actor } from '../../../platform/actor.ts';
import { builder } from '../builder.ts';
import { agreementOfViewer } from '../viewer.ts';
import { PurposeEnum, RoleEnum } from './access-enums.ts';
import { DataSharingAgreement } from './data-sharing-agreement.ts';

export const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'As whom this request is made: there is one viewer a request.',
  classified: 'PUBLIC',
  fields: (t) => ({
    subject: t.exposeID('subject', {
      nullable: true,
      description: "The issuer's name for whoever signed in. Null for nobody.",
    }),
    role: t.expose('role', {
      type: RoleEnum,
      nullable: false,
      description: 'In which role: one a request.',
    }),
    organization: t.exposeString('organization', {
      nullable: true,
      description: 'For which organization, where it is said.',
    }),
    agreement: t.field({
      type: DataSharingAgreement,
      nullable: true,
      description:
        'Under which agreement a partner reads for its purpose. Null where none in force has that purpose, and where several have: then it depends on whose records are read.',
      resolve: (_actor, _args, context, info) => agreementOfViewer(context, info),
    }),
    purpose: t.expose('purpose', {
      type: PurposeEnum,
      nullable: true,
      description: 'For what a partner declared to read.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when the token holds. Null where that is not known here.',
      resolve: () => null,
    }),
  }),
});

/** Any key leads to it: a subgraph that adds a field takes the actor of its own request. */
builder.asEntity(Viewer, {
  key: builder.selection<{ role: Actor['role'] }>('role'),
  resolveReference: (_key, { actor }) => actor,
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: false,
    description: 'Who am I here: in which role, under which agreement, for which purpose.',
    resolve: (_root, _args, { actor }) => actor,
  }),
);
