import { fafsaCompletionOf } from '../fafsa-completion.ts';
import { pageOfStudents } from '../student-pages.ts';
import { FafsaCompletion, FIGURES_FOR_THE_STATE } from './fafsa-completion.ts';
import { SchoolRef } from './school-ref.ts';
import { StudentConnection } from './student-connection.ts';

SchoolRef.implement({
  description: 'A public school of Massachusetts with middle or high school grades.',
  classified: 'PUBLIC',
  externalFields: (t) => ({
    deseCode: t.field({ type: 'DeseOrgCode', nullable: false, description: 'The DESE code.' }),
  }),
  fields: (t) => ({
    students: t.field({
      type: StudentConnection,
      classified: 'EDUCATION_RECORD',
      description: 'The students enrolled here whom you may see.',
      args: {
        grade: t.arg.int({ description: 'Only this grade.' }),
        first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
        after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
      },
      resolve: (school, args, context, info) =>
        pageOfStudents(context, info, school.deseCode, args),
    }),
    fafsaCompletion: t.field({
      type: FafsaCompletion,
      classified: 'EDUCATION_RECORD',
      readableWhere: FIGURES_FOR_THE_STATE,
      description: 'How many of its students in grade 12 completed the FAFSA, by open plans.',
      resolve: ({ deseCode }, _args, context, info) => fafsaCompletionOf(context, info, deseCode),
    }),
  }),
});
