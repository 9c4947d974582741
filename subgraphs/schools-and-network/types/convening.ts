import { builder } from '../builder.ts';

export const Convening = builder.prismaObject('Convening', {
  description: 'A regional convening of a board: at least one a year is open to all schools.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    date: t.expose('date', { type: 'Date', nullable: false, description: 'The day it is held.' }),
    title: t.exposeString('title', { nullable: false, description: 'What it is called.' }),
    openToAllSchools: t.exposeBoolean('openToAllSchools', {
      nullable: false,
      description: 'Whether every school of the region may come.',
    }),
    attendance: t.exposeInt('attendance', {
      description: 'How many people came; null until somebody counted.',
    }),
    version: t.exposeInt('version', {
      nullable: false,
      description: 'Goes up by one with every change; send it as `expectedVersion`.',
    }),
  }),
});
