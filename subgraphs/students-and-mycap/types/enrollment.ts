import { builder } from '../builder.ts';
import { SchoolRef } from './school-ref.ts';

export const Enrollment = builder.prismaObject('Enrollment', {
  description: 'The time of a student at one school; two in one year where they moved.',
  classified: 'QUASI_ID',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    school: t.field({
      type: SchoolRef,
      description: 'The school.',
      resolve: ({ schoolCode }) => ({ deseCode: schoolCode }),
    }),
    grade: t.exposeInt('grade', { description: 'The grade on entering.' }),
    enteredOn: t.expose('enteredOn', { type: 'Date', description: 'The first day there.' }),
    leftOn: t.expose('leftOn', {
      type: 'Date',
      description: 'The last day there, where it is past.',
    }),
  }),
});
