import { builder } from '../builder.ts';
import { findStaffContact } from '../entities.ts';

export const StaffContact = builder.prismaObject('StaffContact', {
  description: 'A member of staff of a school, a district or a board.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    name: t.exposeString('name', { classified: 'STAFF_DIRECTORY', description: 'Their name.' }),
    email: t.exposeString('email', {
      classified: 'STAFF_DIRECTORY',
      description: 'Where to write to.',
    }),
    title: t.exposeString('title', { description: 'Their position.' }),
  }),
});

builder.asEntity(StaffContact, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findStaffContact(context, id, info),
});
