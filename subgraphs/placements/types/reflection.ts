import { builder } from '../builder.ts';

export const Reflection = builder.prismaObject('Reflection', {
  description: 'What a student thinks of an experience; it belongs to the student.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    date: t.expose('date', { type: 'Date', description: 'When it was written.' }),
    prompt: t.exposeString('prompt', { description: 'The question it answers.' }),
    text: t.exposeString('text', {
      classified: 'EVALUATIVE',
      description: "The student's own words.",
    }),
    sharePublicly: t.exposeBoolean('sharePublicly', {
      description: 'Whether the student lets others read it.',
    }),
  }),
});
