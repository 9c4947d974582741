import { defineStudentGroup } from '../../../platform/graphql/shared-enums.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { loaderOfMap } from '../../../platform/loader.ts';
import { builder } from '../builder.ts';
import { PARTICIPATION } from '../domain/counts-for-perkins.ts';
import { percentOf } from '../domain/percent.ts';
import { requireGroupOfSchool } from '../reports/perkins/group-of-school.ts';
import { type IndicatorCell as Cell, readPerkins } from '../reports/perkins/read.ts';
import { WorkforceBoardCodeEnum } from './enums.ts';
import { SchoolRef } from './foreign-refs.ts';

export const StudentGroupEnum = defineStudentGroup(builder);

const ReportGroupEnum = describedEnum(builder, 'ReportGroup', 'What a report has a row for.', {
  ALL: 'Everybody: one row.',
  SCHOOL: 'Each school.',
  BOARD: 'The region of each workforce board.',
  DISTRICT: 'Each district.',
  RACE: 'Each race or ethnicity.',
  GENDER: 'Each gender.',
  ENGLISH_LEARNER: 'English learners, and all others.',
  DISABILITY: 'Students with a disability, and all others.',
  LOW_INCOME: 'Students of low income, and all others.',
  PATHWAY_TYPE: 'The type of the pathway program that a student was enrolled in.',
  CAREER_CLUSTER: 'The career cluster of that program.',
});

export const SuppressionReasonEnum = describedEnum(
  builder,
  'SuppressionReason',
  'Why the numbers of a cell are not shown.',
  {
    SMALL_CELL: 'From 1 to 5 people did, or did not.',
    COMPLEMENTARY: 'It would let a small number be computed. It says nothing of its own size.',
  },
);

const IndicatorCell = builder.objectRef<Cell>('IndicatorCell').implement({
  description:
    'One row of a report that counts people. Numbers from 1 to 5, and those that would give them away, are not shown; zero is.',
  classified: 'PUBLIC',
  fields: (t) => ({
    label: t.exposeString('label', { nullable: false, description: 'What the row counts.' }),
    group: t.expose('group', {
      type: StudentGroupEnum,
      nullable: true,
      description: 'The group of students, where the row is one.',
    }),
    numerator: t.exposeInt('numerator', { nullable: true, description: 'How many did.' }),
    denominator: t.exposeInt('denominator', { nullable: true, description: 'Of how many.' }),
    percent: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'To one decimal; null where there is nobody.',
      resolve: percentOf,
    }),
    suppressed: t.boolean({
      nullable: false,
      description: 'Whether the three numbers are withheld.',
      resolve: ({ suppressed }) => suppressed !== null,
    }),
    suppressionReason: t.expose('suppressed', {
      type: SuppressionReasonEnum,
      nullable: true,
      description: 'Why they are; null where they are not.',
    }),
    definitionVersion: t.string({
      nullable: false,
      description: 'The version of what is counted: numbers of two versions do not compare.',
      resolve: () => PARTICIPATION.definitionVersion,
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      nullable: false,
      description:
        'When it was counted. A report is counted again once what it counts has changed.',
    }),
  }),
});

const WHAT =
  'Perkins V indicator 5S3: of the career technical education concentrators who graduated in the year, those who took part in work-based learning at any time before. People are counted, not placements.';

builder.queryField('perkins5S3', (t) =>
  t.field({
    type: [IndicatorCell],
    nullable: true,
    classified: 'PUBLIC',
    description: `${WHAT} One list without pages, bound by the high schools of the state, about 420. Schools and districts without such graduates are left out, and fewer than 10 graduates of a region are not told apart by groups.`,
    directives: { listSize: { assumedSize: 420 } },
    args: {
      reportingYear: t.arg.int({
        required: true,
        description: 'The fiscal year of the graduation, by its ending year.',
      }),
      board: t.arg({
        type: WorkforceBoardCodeEnum,
        description: 'Only the region of this board; the whole state where not given.',
      }),
      groupBy: t.arg({ type: ReportGroupEnum, required: true, description: 'The rows.' }),
    },
    resolve: async (_root, { reportingYear: year, board, groupBy }, context) => {
      const place = board ?? 'STATE';
      return (await readPerkins(context, { year, groupBy }, [place])).get(place) ?? [];
    },
  }),
);

builder.objectField(SchoolRef, 'perkins5S3', (t) =>
  t.field({
    type: [IndicatorCell],
    nullable: true,
    classified: 'PUBLIC',
    description: `${WHAT} At most 17 rows; none where the school had no such graduates, or fewer than 10 and groups are asked.`,
    args: {
      reportingYear: t.arg.int({
        required: true,
        description: 'The fiscal year of the graduation, by its ending year.',
      }),
      groupBy: t.arg({
        type: ReportGroupEnum,
        required: true,
        defaultValue: 'ALL',
        description: 'The rows: everybody or groups of students, not places.',
      }),
    },
    resolve: ({ deseCode }, { reportingYear: year, groupBy }, context, info) => {
      requireGroupOfSchool(groupBy);
      const read = (places: readonly string[]) => readPerkins(context, { year, groupBy }, places);
      return context.loader(info, () => loaderOfMap<readonly Cell[]>(read, [])).load(deseCode);
    },
  }),
);
