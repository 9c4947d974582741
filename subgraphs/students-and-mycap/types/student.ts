import { builder } from '../builder.ts';
import { findStudent } from '../students.ts';
import { StudentGroupEnum } from './enums.ts';
import { SchoolRef } from './school-ref.ts';

export const Student = builder.prismaObject('Student', {
  description: 'A student of a Massachusetts middle or high school.',
  classified: 'EDUCATION_RECORD',
  record: 'id',
  fields: (t) => ({
    id: t.exposeID('id', {
      nullable: false,
      classified: 'PUBLIC',
      description: 'Opaque: it says nothing about the student, and is never the SASID.',
    }),
    sasid: t.expose('sasid', {
      type: 'Sasid',
      classified: 'DIRECT_ID',
      description: "The state's number of the student.",
    }),
    lasid: t.exposeString('lasid', {
      classified: 'DIRECT_ID',
      description: "The district's number of the student.",
    }),
    displayName: t.exposeString('displayName', {
      classified: 'DIRECT_ID',
      description: 'The name to show.',
    }),
    dateOfBirth: t.expose('dateOfBirth', {
      type: 'Date',
      classified: 'DIRECT_ID',
      description: 'The day of birth.',
    }),
    grade: t.exposeInt('grade', {
      classified: 'QUASI_ID',
      description: 'The grade, 6 to 12; for a graduate the last one.',
    }),
    school: t.field({
      type: SchoolRef,
      classified: 'QUASI_ID',
      description: 'The school the student is enrolled at.',
      resolve: (student) => ({ deseCode: student.schoolCode }),
    }),
    groups: t.field({
      type: [StudentGroupEnum],
      nullable: true,
      classified: 'SPECIAL_CATEGORY',
      description: 'The groups that the state reports by; at most 16.',
      resolve: (student) => student.groups,
    }),
    pathway: t.relation('pathway', {
      nullable: true,
      description: 'The pathway program the student is enrolled in, if any.',
    }),
    myCap: t.relation('openPlan', {
      nullable: true,
      description: "The student's open MyCAP plan. Null until it is started.",
    }),
  }),
});

builder.asEntity(Student, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findStudent(context, id, info),
});
