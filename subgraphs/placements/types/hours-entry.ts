import { builder } from '../builder.ts';
import { asHours } from '../domain/hours.ts';

export const HoursEntry = builder.prismaObject('HoursEntry', {
  description: 'Hours that a student worked on one day of a placement.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    workedOn: t.expose('workedOn', { type: 'Date', description: 'The day.' }),
    hours: t.field({
      type: 'Decimal',
      description: 'How many hours, kept in minutes.',
      resolve: ({ minutes }) => asHours(minutes),
    }),
    placement: t.relation('placement', { nullable: true, description: 'Of which placement.' }),
  }),
});
