import { pageOfStudents } from '../student-pages.ts';
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
  }),
});
