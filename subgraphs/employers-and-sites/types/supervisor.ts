import { builder } from '../builder.ts';
import { findSupervisor } from '../entities.ts';

export const Supervisor = builder.prismaObject('Supervisor', {
  description: 'Who guides and reviews students at a site, for the employer.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    name: t.exposeString('name', { description: 'Their name.' }),
    email: t.exposeString('email', { description: 'Where to write to them.' }),
  }),
});

builder.asEntity(Supervisor, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findSupervisor(context, id, info),
});
