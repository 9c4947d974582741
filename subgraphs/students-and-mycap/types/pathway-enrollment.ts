import { builder } from '../builder.ts';
import { stateCodeOf } from '../domain/pathway.ts';
import { findProgram } from '../programs.ts';
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
    stateCode: t.string({
      description:
        "The code in the state's student records, as far as it is known: `04` for both an Innovation Career Pathway and Early College.",
      resolve: async ({ programId }, _args, context, info) => {
        const program = await findProgram(context, programId, info);
        return program && stateCodeOf(program.type);
      },
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
