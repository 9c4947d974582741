import { pageOfAccessLog } from '../access-log-pages.ts';
import { builder } from '../builder.ts';
import { findStudent } from '../students.ts';
import { AccessLogConnection } from './access-log-connection.ts';
import { StudentGroupEnum } from './enums.ts';
import { SchoolRef } from './school-ref.ts';

/** A board brokers placements: of who has one, its staff know the name. */
const WITH_PLACEMENT = {
  role: 'BOARD_STAFF',
  holds: ({ placed }: { readonly placed: boolean }) => placed,
} as const;
/** A board's staff see that there are supports and where they stand, not what they are. */
const STATUS_ONLY = { role: 'BOARD_STAFF', holds: () => true } as const;

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
      readableWhere: WITH_PLACEMENT,
      description: 'The name to show. Staff of a board read it where the student has a placement.',
    }),
    dateOfBirth: t.expose('dateOfBirth', {
      type: 'Date',
      classified: 'DIRECT_ID',
      description: 'The day of birth.',
    }),
    grade: t.exposeInt('grade', {
      classified: 'QUASI_ID',
      description:
        'The grade, 6 to 12, or 13 for "SP": beyond grade 12, in special education. For a graduate the last one.',
    }),
    cohort: t.exposeInt('cohort', {
      classified: 'QUASI_ID',
      description: 'The year in whose June the student graduates, or did.',
    }),
    school: t.field({
      type: SchoolRef,
      classified: 'QUASI_ID',
      description: 'The school the student is enrolled at.',
      resolve: (student) => ({ deseCode: student.schoolCode }),
    }),
    enrollments: t.relation('enrollments', {
      nullable: true,
      classified: 'QUASI_ID',
      query: { orderBy: [{ enteredOn: 'asc' }, { id: 'asc' }] },
      description: 'The schools the student attended, in the order of time; a dozen at most.',
    }),
    schoolOn: t.field({
      type: SchoolRef,
      classified: 'QUASI_ID',
      description: 'The school the student attended on a day. Null where there was none.',
      args: { date: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
      select: ({ date }) => ({
        enrollments: {
          where: { enteredOn: { lte: date }, OR: [{ leftOn: null }, { leftOn: { gte: date } }] },
          orderBy: { enteredOn: 'desc' },
          take: 1,
        },
      }),
      resolve: ({ enrollments: [attended] }) =>
        attended ? { deseCode: attended.schoolCode } : null,
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
    supports: t.relation('supports', {
      nullable: true,
      classified: 'SPECIAL_CATEGORY',
      readableWhere: STATUS_ONLY,
      query: { orderBy: { id: 'asc' } },
      description:
        'What makes experiences possible for the student, in the order it was asked for; a dozen at most.',
    }),
    consents: t.relation('consents', {
      nullable: true,
      query: { orderBy: { id: 'asc' } },
      description: 'Consents that were given, in the order of time; some dozens at most.',
    }),
    ewis: t.relation('ewis', {
      nullable: true,
      classified: 'SPECIAL_CATEGORY',
      description: 'What the Early Warning Indicator System last said. Null where it said nothing.',
    }),
    credentials: t.relation('credentials', {
      nullable: true,
      query: { orderBy: [{ earnedOn: 'asc' }, { id: 'asc' }] },
      description: 'Industry-recognized credentials earned; a few.',
    }),
    accessLog: t.field({
      type: AccessLogConnection,
      description:
        'Who was shown parts of this record, or was refused, in the order of time. Reading it is recorded, too.',
      args: {
        from: t.arg({ type: 'Date', description: 'From this day on.' }),
        first: t.arg.int({ defaultValue: 50, required: true, description: 'At most 100.' }),
        after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
      },
      resolve: ({ id }, args, context, info) => pageOfAccessLog(context, info, id, args),
    }),
  }),
});

builder.asEntity(Student, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findStudent(context, id, info),
});
