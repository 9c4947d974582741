import { unauthenticated } from '../../../platform/errors.ts';
import { findAccessLog } from '../access-log-pages.ts';
import { builder } from '../builder.ts';
import { pageOfFilteredStudents } from '../student-pages.ts';
import { findStudent } from '../students.ts';
import { AccessLogConnection } from './access-log-connection.ts';
import { CareerStageEnum, StudentGroupEnum, WorkforceBoardCodeEnum } from './enums.ts';
import { Student } from './student.ts';
import { StudentConnection } from './student-connection.ts';

const StudentFilter = builder.inputType('StudentFilter', {
  description: 'Which students; conditions are joined by "and".',
  fields: (t) => ({
    schoolCodes: t.field({
      type: ['DeseOrgCode'],
      description: 'Enrolled at one of these schools; at most 100 of them.',
    }),
    board: t.field({ type: WorkforceBoardCodeEnum, description: 'In the region of this board.' }),
    grade: t.int({ description: 'In this grade.' }),
    stage: t.field({
      type: CareerStageEnum,
      description: 'With an open plan that currently stands in this stage.',
    }),
    groups: t.field({
      type: [StudentGroupEnum],
      description:
        'In every one of these groups. Needs the right to read class SPECIAL_CATEGORY, else it is `FORBIDDEN_FIELD`.',
    }),
    withoutPlacementSince: t.field({
      type: 'Date',
      description: 'With no placement that began on this day or later, or with none at all.',
    }),
  }),
});

builder.queryFields((t) => ({
  me: t.field({
    type: Student,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description: 'The student who is signed in; for a parent, the first of their children.',
    resolve: (_root, _args, context, info) => {
      if (context.actor.subject === null) throw unauthenticated('"me"');
      const [id] = context.actor.students ?? [];
      return id ? findStudent(context, id, info) : null;
    },
  }),
  student: t.field({
    type: Student,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description: 'One student. Null where there is none with that id that you may see.',
    args: { id: t.arg.id({ required: true, description: "The student's opaque id." }) },
    resolve: (_root, { id }, context, info) => findStudent(context, id, info),
  }),
  students: t.field({
    type: StudentConnection,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description: 'The students you may see, page by page.',
    args: {
      filter: t.arg({ type: StudentFilter, required: true, description: 'Which students.' }),
      first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: (_root, { filter, ...page }, context, info) =>
      pageOfFilteredStudents(context, info, filter, page),
  }),
  accessLog: t.field({
    type: AccessLogConnection,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description:
      'Who was shown parts of one record, or was refused. Null where there is no student with that id whom you may see.',
    args: {
      student: t.arg.id({ required: true, description: "The student's opaque id." }),
      from: t.arg({ type: 'Date', description: 'From this day on.' }),
      first: t.arg.int({ defaultValue: 50, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: (_root, args, context, info) => findAccessLog(context, info, args),
  }),
}));
