import { builder } from '../builder.ts';

export const EnrollmentByGrade = builder.prismaObject('EnrollmentByGrade', {
  description: 'How many students a school has in one grade, as the Department publishes it.',
  classified: 'PUBLIC',
  fields: (t) => ({
    schoolYear: t.exposeString('schoolYear', {
      nullable: false,
      description: 'The school year, such as `2025-2026`.',
    }),
    grade: t.exposeInt('grade', { nullable: false, description: 'The grade.' }),
    count: t.exposeInt('count', { nullable: false, description: 'Students on October 1.' }),
  }),
});
