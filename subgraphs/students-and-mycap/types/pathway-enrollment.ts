import { builder } from '../builder.ts';
import { PathwayProgramRef } from './foreign-refs.ts';

export const PathwayEnrollment = builder.prismaObject('PathwayEnrollment', {
  description: "A student's enrollment in a pathway program.",
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    program: t.field({
      type: PathwayProgramRef,
      description: 'The program.',
      resolve: ({ programId }) => ({ id: programId }),
    }),
    since: t.expose('since', { type: 'Date', description: 'The first day in it.' }),
    concentrator: t.exposeBoolean('concentrator', {
      description: 'Whether two technical courses of a full year in one program are completed.',
    }),
    technicalCoursesCompleted: t.exposeInt('technicalCoursesCompleted', {
      description: 'In full-year equivalents.',
    }),
    advancedCoursesCompleted: t.exposeInt('advancedCoursesCompleted', {
      description: 'In full-year equivalents.',
    }),
  }),
});
